"""Files damaged at random and read: none may crash the reader, hang it or take too much memory.

`python3 packaging/dev.py fuzz [minutes]` reads as many as it can in that time, ten minutes unless told. What goes
wrong is kept in build/fuzz with the number from which it is made again. Never run as a test.
"""
