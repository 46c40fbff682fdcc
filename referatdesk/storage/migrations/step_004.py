"""Version 4: what a live meeting leaves: times, what was read aloud, moved items, votes in full; phrases and words."""

STATEMENTS = (
    "ALTER TABLE house_style ADD COLUMN presence_forms TEXT NOT NULL DEFAULT '[\"item_line\"]'",
    "ALTER TABLE house_style ADD COLUMN points_form TEXT NOT NULL DEFAULT 'sentence'",
    "ALTER TABLE house_style ADD COLUMN vote_form TEXT NOT NULL DEFAULT 'numbers'",
    "ALTER TABLE agenda_item ADD COLUMN moved_from TEXT",
    "ALTER TABLE decision ADD COLUMN read_aloud_at TEXT",
    "ALTER TABLE decision ADD COLUMN read_aloud_text TEXT",
    "ALTER TABLE vote ADD COLUMN about TEXT",
    "ALTER TABLE vote_cast ADD COLUMN candidate TEXT",
    "ALTER TABLE vote_cast ADD COLUMN count INTEGER",
    """
    CREATE TABLE time_spent (
        id TEXT PRIMARY KEY NOT NULL,
        meeting_id TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
        item_id TEXT,
        began TEXT NOT NULL,
        ended TEXT
    ) STRICT
    """,
    "CREATE INDEX ix_time_spent_meeting_id ON time_spent (meeting_id)",
    """
    CREATE TABLE snippet (
        id TEXT PRIMARY KEY NOT NULL,
        board_id TEXT,
        sort INTEGER NOT NULL,
        short TEXT NOT NULL,
        text TEXT NOT NULL,
        outcome TEXT,
        abbreviation INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE own_word (
        id TEXT PRIMARY KEY NOT NULL,
        word TEXT NOT NULL
    ) STRICT
    """,
)
