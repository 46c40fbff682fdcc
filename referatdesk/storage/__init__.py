"""The archive file: one SQLite file, one connection, one thread that owns it.

Records are read by plain SQL into the domain's dataclasses and written through SQLModel's tables. The import of
SQLModel takes longer than the first list, so nothing that is needed to read imports it.
"""
