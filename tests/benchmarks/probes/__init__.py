"""Small programs that are started and tell when their window was painted."""
