"""The pictures of the open meeting's texts, read small enough to be shown while somebody writes."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from referatdesk.services.archive.workspace import Workspace
from referatdesk.services.output.pictures import picture_content

LARGEST = QSize(1280, 960)
KEPT = 32


class ShownPictures:
    """Finds pictures by their file's id and keeps the last ones shown."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._kept: dict[str, QPixmap | None] = {}

    def __call__(self, file_id: str) -> QPixmap | None:
        if file_id not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            content = picture_content(self._workspace, file_id, self._workspace.content)
            self._kept[file_id] = None if content is None else _small(content)
        return self._kept[file_id]


def _small(content: bytes) -> QPixmap | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.width() > LARGEST.width() or size.height() > LARGEST.height():
        reader.setScaledSize(size.scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
