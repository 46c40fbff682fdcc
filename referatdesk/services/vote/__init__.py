"""Votes, elections and what a member wants written: who may vote, the count, and its statement."""
