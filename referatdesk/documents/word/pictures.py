"""Pictures into Word: a media part each, with the words that describe the picture as its alternative text."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

from referatdesk.documents.word.names import IMAGE_RELATION, R
from referatdesk.documents.word.taken import Taken
from referatdesk.documents.word.text import escaped
from referatdesk.documents.word.values import PictureFile
from referatdesk.domain.richtext import Picture

EMU_A_MM = 36_000
EMU_A_TWIP = 635
_FIRST_DRAWING = 9000
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif", "image/bmp": "bmp", "image/tiff": "tiff"}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


@dataclass(slots=True)
class PictureParts:
    """The picture files of one output; `used` are those shown in it, `ids` the relations of the part being written."""

    files: Mapping[str, PictureFile]
    taken: Taken
    used: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    shown: int = 0

    def begin_part(self) -> None:
        self.ids = {}

    @property
    def relations(self) -> str:
        return "".join(
            f'<Relationship Id="{relation}" Type="{IMAGE_RELATION}" Target="/{self.used[file_id]}"/>'
            for file_id, relation in self.ids.items()
        )

    @property
    def types(self) -> str:
        return "".join(
            f'<Override PartName="/{name}" ContentType="{self.files[file_id].media_type}"/>'
            for file_id, name in self.used.items()
        )

    @property
    def parts(self) -> dict[str, bytes]:
        return {name: self.files[file_id].content for file_id, name in self.used.items()}

    def shows(self, picture: Picture) -> bool:
        return self._size(picture) is not None

    def xml(self, picture: Picture, words: str, text_width: int) -> str | None:
        """The run that shows a picture within a text so many twips wide; None where its file is none to be shown."""
        size = self._size(picture)
        if size is None:
            return None
        suffix = _SUFFIXES[self.files[picture.file_id].media_type]
        known = self.taken.names
        name = self.used.setdefault(picture.file_id, f"word/media/referat{known + len(self.used) + 1}.{suffix}")
        relation = self.ids.setdefault(picture.file_id, f"rIdPicture{known + len(self.ids) + 1}")
        self.shown += 1
        number = max(self.taken.drawing, _FIRST_DRAWING) + self.shown
        share = min(1.0, text_width * EMU_A_TWIP / size[0])
        width, height = (max(1, round(one * share)) for one in size)
        return _inline(number, relation, name, escaped(words), (width, height))

    def _size(self, picture: Picture) -> tuple[float, float] | None:
        file = self.files.get(picture.file_id)
        return _size(picture, file) if file is not None and file.media_type in _SUFFIXES else None


def _size(picture: Picture, file: PictureFile) -> tuple[float, float] | None:
    """Width and height in EMU: as printed where it was read, else as the file itself says."""
    if picture.width > 0 and picture.height > 0:
        return picture.width * EMU_A_MM, picture.height * EMU_A_MM
    from docx.image.exceptions import (  # noqa: PLC0415 - only for a picture of unknown size
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image  # noqa: PLC0415 - as above

    try:
        image = Image.from_file(io.BytesIO(file.content))
        return float(image.width), float(image.height)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ZeroDivisionError):
        return None


def _inline(number: int, relation: str, name: str, words: str, size: tuple[int, int]) -> str:
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    file_name = name.rpartition("/")[2]
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{number}" name="{file_name}" descr="{words}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" name="{file_name}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{R}" r:embed="{relation}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
