"""The promises held up to faults from outside: kills, power cuts, failing system calls, bad files, wrong clocks.

`python3 packaging/dev.py faults [line …] [--quick]` tries every promise, or the lines named, and prints the table of
promises with what was tried, how often and what came of it. The quick set is also run by the ordinary tests. Every
script is first held up to programs that are bad on purpose: it must catch them.
"""
