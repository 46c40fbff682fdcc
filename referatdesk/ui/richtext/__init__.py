"""The one surface on which rich text is edited: blocks in, a QTextDocument on the screen, the same blocks out.

What a line *is* (its id, kind, level, printed marker; bold, italic, underline, link of its words) stands in properties
of our own on Qt's formats, and how it looks is derived from that. So reading needs no guessing, Qt's undo carries both
together, and a new look or size of text never changes what is read. Marks of lists are painted, not stored.
"""
