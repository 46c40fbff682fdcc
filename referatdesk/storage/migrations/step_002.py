"""Version 2: what the reading of documents leaves: the printed form of heads and headings, files, comments, habits."""

STATEMENTS = (
    "ALTER TABLE meeting ADD COLUMN head_raw TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE meeting ADD COLUMN contents_raw TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE agenda_item ADD COLUMN heading_raw TEXT",
    "ALTER TABLE agenda_item ADD COLUMN case_no_raw TEXT",
    """
    CREATE TABLE reading_habit (
        id TEXT PRIMARY KEY NOT NULL,
        board_id TEXT NOT NULL REFERENCES board (id) DEFERRABLE INITIALLY DEFERRED,
        words TEXT NOT NULL,
        part TEXT NOT NULL,
        kind TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_reading_habit_board_id ON reading_habit (board_id)",
    """
    CREATE TABLE source_file (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        kept INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX ix_source_file_meeting_id ON source_file (meeting_id)",
    "CREATE INDEX ix_source_file_sha256 ON source_file (sha256)",
    """
    CREATE TABLE file_part (
        sha256 TEXT NOT NULL,
        part INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (sha256, part)
    ) STRICT
    """,
    """
    CREATE TABLE comment (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT,
        block_id TEXT,
        sort INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        author TEXT,
        at TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_comment_item_id ON comment (item_id)",
    "CREATE INDEX ix_comment_meeting_id ON comment (meeting_id)",
)
