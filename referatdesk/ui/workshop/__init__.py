"""The workshop for templates: the house's Word files, what each holds, how its pages look, and all fields to put in.

A page is a widget that is given the bench; `pages.PAGES` lists them, and `pages.ADDERS` the ways to a new template.
"""
