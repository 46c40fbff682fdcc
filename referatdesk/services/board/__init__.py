"""What lasts from meeting to meeting: the board, its kind, its house, its members and its standing items."""
