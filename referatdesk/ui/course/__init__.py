"""The course of the meeting as the window shows it."""
