"""Words, dates, numbers and the sort order: Danish for documents, the chosen language for the window."""
