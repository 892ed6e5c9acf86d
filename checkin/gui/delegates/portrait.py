"""Beside somebody's fields: the photo, and whether the arrival is announced; both kept at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QWidget

from checkin.domain.delegate import Delegate
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.beside import show_beside
from checkin.gui.kit.buttons import button
from checkin.gui.kit.notices import Trouble
from checkin.gui.kit.picture_box import PictureBox
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.theme import Theme

_WIDE, _HIGH = 54, 72


class Portrait(PictureBox):
    """A photo, or the outline of somebody."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QSize(_WIDE, _HIGH), theme["edge"], theme["sunk"], 2, parent)
        self._ink = theme["ink2"]
        self.show_jpeg(None)

    def show_jpeg(self, jpeg: bytes | None) -> None:
        """Shows another photo, or none."""
        self.show_picture(jpeg)
        self.setAccessibleName(self.tr("No photo") if self.empty else self.tr("Photo"))

    def _paint_nothing(self, painter: QPainter, box: QRectF) -> None:
        icon = icon_pixmap("delegates", 24, self._ink, self.devicePixelRatioF())
        painter.drawPixmap(box.center() - QPointF(12, 12), icon)


class PersonalPart(QWidget):
    """`photo_made` carries a JPEG, or None for none; `announced` follows a tick."""

    photo_made = Signal(object)
    announced = Signal()

    def __init__(self, desk: Desk, trouble: Trouble, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._trouble = desk, trouble
        self._person: Delegate | None = None
        self.portrait = Portrait(desk.theme)
        name = self.tr("Choose a photo")
        self.choose = button(desk.theme, self.tr("Photo..."), does=self._choose, name=name)
        words, name = self.tr("Remove"), self.tr("Remove the photo")
        self.remove = button(desk.theme, words, "quiet", does=self._remove, name=name)
        self.announce = QCheckBox(self.tr("Announce the arrival"))
        self.announce.setAccessibleName(self.announce.text())
        self.announce.setToolTip("Ctrl+B")
        self.announce.clicked.connect(lambda: self.announced.emit())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.addWidget(self.portrait, 0, 0, 2, 1)
        grid.addWidget(self.choose, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.announce, 1, 1, 1, 2)
        grid.setColumnStretch(3, 1)

    def show_person(self, person: Delegate | None) -> None:
        """Shows somebody's; hidden for somebody new, who has neither yet."""
        before, self._person = self._person, person
        self.setVisible(person is not None)
        if person is None:
            return
        self.announce.setChecked(person.awaited_since is not None)
        if before is None or (before.id, before.photo) != (person.id, person.photo):
            try:
                self.portrait.show_jpeg(self._desk.services.people.photo(person))
            except Refused:  # the file has gone: whoever saves is told
                self.portrait.show_jpeg(None)
        self.remove.setVisible(person.photo is not None)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The photo, as a JPEG or a PNG"))
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        show_beside(dialog, self)

    def take(self, path: str) -> None:
        """Takes a photo from a file for whoever is shown; it is read beside the window."""
        from checkin.services.people import read_photo

        if self._person is None:
            return
        self._trouble.quiet()
        whose, tasks = self._person.id, self._desk.switchboard.tasks
        tasks.start(lambda _: read_photo(Path(path)), partial(self._read, whose), self._refuse)

    def _read(self, whose: str, jpeg: bytes) -> None:
        """By then somebody else may be shown, who must not get the photo."""
        if self._person and self._person.id == whose:
            self.photo_made.emit(jpeg)

    def _refuse(self, refused: Refused) -> None:
        self._trouble.say(self._desk.sentence(refused))

    def _remove(self) -> None:
        self.photo_made.emit(None)
