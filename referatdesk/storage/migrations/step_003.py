"""Version 3: what the public version of a meeting tells of items that are not open, and whose addresses it may hold."""

STATEMENTS = (
    "ALTER TABLE board ADD COLUMN closed_items TEXT NOT NULL DEFAULT 'gap'",
    "ALTER TABLE board ADD COLUMN public_contacts TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE agenda_item ADD COLUMN public_title TEXT",
    "ALTER TABLE agenda_item ADD COLUMN decision_public INTEGER NOT NULL DEFAULT 0",
)
