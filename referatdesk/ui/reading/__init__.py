"""Reading what already exists: the preview of a document beside the meeting that it is read to."""
