"""A finished Word file to a PDF that everybody can read, also those who hear it: tagged, bookmarked, PDF/UA-1.

Word makes it where there is Word, else LibreOffice; without either there is none, and the user is told how. What goes
in is always the copy without controls: LibreOffice sets those otherwise than the words they hold.
"""
