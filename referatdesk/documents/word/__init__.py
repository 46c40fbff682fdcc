"""Word through the house's own template: compile, then join.

A template is an ordinary Word file whose places are native content controls; the tag of a control names the field
("rd:punkt.titel"), the repeat ("rd:punkter") or the condition ("rd:hvis.punkt.sagsnr"). Nothing in a template is
executed. `template.compile_template` reads the file once: lxml marks the controls in the tree, the part is serialised
once and cut at the marks into literal text and nodes. To fill it is to join strings and zip them: no XML is built or
parsed then, and parts without a control come out byte for byte, still compressed as they were.

Styles are found by their built-in English name, for Word translates the ids. The copy that comes out is for
publication, with every control unwrapped and nothing of the program left in it, unless `Identity` asks for a review
copy, whose fields are known again by controls, hidden bookmarks and a manifest.
"""
