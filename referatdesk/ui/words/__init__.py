"""The words of the window for the codes from below: states and kinds, acts, findings and trouble with the disk.

Each table maps a code to an English text; the catalogue has the Danish one. The tests hold every table complete.
"""
