"""Who is there, at the meeting and at an item: gestures on a person, guests, stand-ins and rulings of fitness."""
