"""The meeting on its way through the agenda: time, order, postponing, and the notes these leave."""
