"""Old minutes read: a file becomes a `SourceText`, a style recognised in it turns that into a `Draft` with doubts.

Reading happens in two steps that know nothing of each other. `text_file` and `word_file` know files and bring every
paragraph in one form (`source`). A style (`style`, `styles/`) knows how one kind of house prints its minutes and
never sees a file. Nothing is dropped on the way: what no rule can place is kept where it stood, or in `Draft.unplaced`.
What was read without certainty is a `Doubt` tied to its lines; nothing in a draft is stored before somebody says so.
"""
