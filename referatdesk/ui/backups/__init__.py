"""Copies of the archive: made before what is dangerous, looked into, put back; and a damaged archive repaired."""
