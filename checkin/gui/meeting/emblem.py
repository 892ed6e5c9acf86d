"""The host's emblem: shown, chosen from a file, taken away."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from checkin.gui.desk import Desk
from checkin.gui.kit.beside import show_beside
from checkin.gui.kit.buttons import button
from checkin.gui.kit.picture_box import PictureBox
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.theme import Theme
from checkin.gui.meeting.changes import Changes


class EmblemRow(QWidget):
    """A small picture, and buttons beside it."""

    def __init__(self, desk: Desk, changes: Changes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._changes = desk, changes
        self._shown: str | None = ""
        self.picture = EmblemPicture(desk.theme)
        self._says = FitLabel(desk.theme, 13, tone="ink2")
        self.choose = button(desk.theme, self.tr("Choose..."), does=self._choose)
        self.choose.setAccessibleName(self.tr("Choose the emblem"))
        name = self.tr("Remove the emblem")
        self.remove = button(desk.theme, self.tr("Remove"), "quiet", does=self._remove, name=name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.picture)
        row.addWidget(self._says, 1)
        row.addWidget(self.choose)
        row.addWidget(self.remove)

    def read(self) -> None:
        """Shows the emblem as it stands."""
        digest = self._desk.meeting.emblem
        if digest == self._shown:
            return
        self._shown = digest
        png = self._desk.services.organising.emblem()
        self.picture.show_picture(png)
        self.remove.setVisible(digest is not None)
        some, none = self.tr("on badges and reports"), self.tr("a ring keeps its place")
        self._says.say(some if png else none)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The emblem, as a PNG or a JPEG"))
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        show_beside(dialog, self)

    def take(self, path: str) -> None:
        """Takes a picture from a file; it is read beside the window."""
        from checkin.services.organising import read_emblem

        if self._changes.free:
            tasks = self._desk.switchboard.tasks
            tasks.start(lambda _: read_emblem(Path(path)), self._read, self._changes.refuse)

    def _read(self, png: bytes) -> None:
        self._set(png, self.tr("The emblem was changed."))

    def _remove(self) -> None:
        self._set(None, self.tr("The emblem was taken away."))

    def _set(self, png: bytes | None, words: str) -> None:
        organising, operator = self._desk.services.organising, self._desk.operator
        self._changes.make(partial(organising.set_emblem, png, operator), words)
        self.read()


class EmblemPicture(PictureBox):
    """The emblem on white, as paper shows it; a ring where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QSize(52, 52), theme["line"], "#FFFFFF", 4, parent)
        self.setAccessibleName(self.tr("Emblem"))

    def _paint_nothing(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor("#76828F"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(12, 12, -12, -12))
