"""Side by side with a rival and the physical floor, in one run, as ratios. Never run as tests; no timing fails.

`python3 packaging/dev.py bench [name …]` runs them all, or those named. Each ratio is a median over interleaved
rounds after one warm-up. A goal counts as missed only when two quiet runs miss it.
"""
