"""The printed Danish sentences of minutes: the document's language, whatever the window speaks.

What was read keeps its printed form (the fields ending in `_raw`) until the value is edited; everything else is
printed by the patterns of the house style.
"""
