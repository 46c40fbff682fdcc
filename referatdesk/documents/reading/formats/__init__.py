"""Files of every format brought into one form: the paragraphs of `source`."""
