"""Names of WordprocessingML and of the package, in the forms lxml wants."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{_WORD}.document.main+xml"
TEMPLATE_TYPE = f"{_WORD}.template.main+xml"
NUMBERING_TYPE = f"{_WORD}.numbering+xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"

DOCUMENT_RELATION = f"{R}/officeDocument"
STYLES_RELATION = f"{R}/styles"
NUMBERING_RELATION = f"{R}/numbering"
IMAGE_RELATION = f"{R}/image"
HYPERLINK_RELATION = f"{R}/hyperlink"
CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def w(name: str) -> str:
    """The name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"
