"""The window's own controls: what Qt does not bring, painted from the theme, for keyboard and screen reader alike."""
