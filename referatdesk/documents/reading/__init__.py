"""Old minutes read: a file becomes a `SourceText`, its layout is found, and that turns it into a `Draft` with doubts.

Reading happens in steps that know nothing of each other. `formats` knows files and brings every paragraph in one form
(`source`). `layout` finds from evidence how this one document is laid out: what its headings look like, which labels
stand over the parts of an item. `head` reads what stands above the first item, `body` the items with that one layout,
`matters` what their words say was decided, voted and promised. No document is known by where it comes from.

Nothing is dropped on the way: what no rule can place is kept where it stood, or in `Draft.unplaced`. What was read
without certainty is a `Doubt` tied to its lines; nothing in a draft is stored before somebody says so.
"""
