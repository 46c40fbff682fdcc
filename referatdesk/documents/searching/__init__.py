"""Looking through a finished file for what must not stand in it.

The file is opened anew and read on its own, by none of the code that wrote it or reads minutes: every part of a Word
file with its text, the values of its attributes and what its pictures tell of themselves; every page and every object
of a PDF. What is looked for are whole sentences, and any five words in a row of a longer one, however they are set.
"""
