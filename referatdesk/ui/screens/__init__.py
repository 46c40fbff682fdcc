"""What fills the window when no meeting is open."""
