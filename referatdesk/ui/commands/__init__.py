"""What each action does, a class per subject; the table of actions names their methods."""
