"""How one document is laid out, found from evidence in it: its headings, its labels, its list of contents.

No document is known beforehand. Every line that could open an item is a candidate of a form ("Punkt 4:", "4)", a bold
line …); the form whose candidates make the weightiest rising sequence is the form of this document, and only that form
opens items in it. Labels are known by their words, by standing where labels stand, or by coming back in every item.
"""
