"""What a user sees of protected archives: the offer, the phrase, and being asked for it."""
