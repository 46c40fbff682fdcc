"""Word files, plain text and PDF: read, recognised, filled and written."""
