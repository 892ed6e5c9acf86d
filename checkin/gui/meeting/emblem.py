"""The host's emblem: shown, chosen from a file, taken away."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from checkin.gui.desk import Desk
from checkin.gui.kit.beside import show_beside
from checkin.gui.kit.buttons import button
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
        self.picture.show_png(png)
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


class EmblemPicture(QWidget):
    """The emblem on white, as paper shows it; a ring where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._pixmap = theme, QPixmap()
        self.setFixedSize(QSize(52, 52))
        self.setAccessibleName(self.tr("Emblem"))

    def show_png(self, png: bytes | None) -> None:
        """Shows another picture."""
        self._pixmap = QPixmap()
        if png:
            self._pixmap.loadFromData(png)
        self.update()

    @property
    def empty(self) -> bool:
        """Whether there is none."""
        return self._pixmap.isNull()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the picture, or the ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(QColor(self._theme["line"]), 1))
            painter.setBrush(QColor("#FFFFFF"))
            painter.drawRoundedRect(box, 4, 4)
            if self.empty:
                painter.setPen(QPen(QColor("#76828F"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(box.adjusted(12, 12, -12, -12))
                return
            room = box.adjusted(4, 4, -4, -4)
            keep = Qt.AspectRatioMode.KeepAspectRatio
            size = self._pixmap.size().toSizeF().scaled(room.size(), keep)
            spot = QRectF(0, 0, size.width(), size.height())
            spot.moveCenter(room.center())
            painter.drawPixmap(spot, self._pixmap, QRectF(self._pixmap.rect()))
