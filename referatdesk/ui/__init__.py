"""The window: panes, dialogs and the text editor, over the services and nothing below them."""
