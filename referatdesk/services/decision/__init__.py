"""What was decided: the outcome of each point, the sentences it makes, and the link between the two."""
