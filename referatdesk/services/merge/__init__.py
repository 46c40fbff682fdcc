"""A file about a meeting that is there already: what differs, and what is taken over."""
