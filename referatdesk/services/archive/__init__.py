"""The open archive: owning it, keeping what is written, copies, protection, repair, and its history."""
