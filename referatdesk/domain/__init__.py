"""Values and rules of minutes: what a meeting is, with nothing of how it is stored, shown or printed.

Every record is a frozen dataclass with a text `id`. A record is never changed: a service builds a new one and returns
both as a pair in a `Change` (see `changes`). Empty, none and unknown are three things in every optional text field:
`None` is unknown (nothing was said), `""` is empty (the label stands there without a value), and a field named in
`Meeting.stated_none` was said to be none ("Afbud: -"). A value that was read keeps its printed form in the field of
the same name with `_raw`; editing the value drops the printed form, and the house style prints it anew.
"""
