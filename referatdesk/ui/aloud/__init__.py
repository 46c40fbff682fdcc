"""Reading aloud: the decision in large type for the room; and the minutes alone, for who writes them."""
