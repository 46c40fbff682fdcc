"""What a secretary does: one small module per subject, records in and a `Change` out.

A service function never writes and never asks. It reads from `Records`, returns a `Change` (an empty one where nothing
differs), and takes every record along that depends on what it takes away. What cannot be done is raised as a
`UserError` with a code; what should be looked at is returned as findings. The words for both belong to the window.
"""
