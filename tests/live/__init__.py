"""A whole meeting written live, driven by real keys from outside, judged by its archive and its Word file.

`python -m tests.live fast` plays the meeting as quickly as the program follows; `real` takes its forty minutes. The
key presses of every act are counted and held up to what they may be.
"""
