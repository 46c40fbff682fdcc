"""A template learnt from finished minutes: what varies becomes fields, what comes back becomes one repeat."""
