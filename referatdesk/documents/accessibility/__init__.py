"""What keeps a Word file from being read by everybody, by EN 301 549 and WCAG 2.1 AA, as far as a program can see it.

`checking.check_word_file` reads a file through the gate and has every rule look at it. A rule is a small function of
the opened document; it says what it found as a code, with the place and the data that a sentence needs.
"""
