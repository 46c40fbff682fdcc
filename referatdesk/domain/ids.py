"""Identity of records and of blocks of text, made by us so that undo and exchange keep it."""

import os
import uuid


def new_id() -> str:
    """A new record id: a random UUID as 36 characters of text."""
    return str(uuid.uuid4())


def new_block_id() -> str:
    """A new id of a section or a block, unique within its meeting: 12 hexadecimal digits."""
    return os.urandom(6).hex()
