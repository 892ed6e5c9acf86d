"""The counts of an import; each is a button that shows who it counts."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from checkin.gui.kit.panels import Mark
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OFF
from checkin.gui.look.theme import Theme


class CountTile(QAbstractButton):
    """A mark, a word, a number, and what the number means."""

    def __init__(
        self, theme: Theme, mark: str, word: str, meaning: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word, self._meaning = FitLabel(theme, 15, bold=True), FitLabel(theme, 13, tone="ink2")
        self.number = FitLabel(theme, 22, bold=True, trailing=True)
        self._word.say(word)
        self._meaning.say(meaning)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(9)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._state, self._mark = mark, Mark(theme, mark, 18)
        self._grid.addWidget(self._mark, 0, 0)
        self._grid.addWidget(self._word, 0, 1)
        self._grid.addWidget(self.number, 0, 2)
        self._grid.addWidget(self._meaning, 1, 1, 1, 2)
        for part in (self._mark, self._word, self.number, self._meaning):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(meaning)
        self.apply(compact=False)

    def show_number(self, number: int) -> None:
        """Shows another number; nobody is nothing to warn of."""
        self._mark.set_state(self._state if number else OFF, "")
        self.number.say(str(number))
        self.setAccessibleName(f"{self._word.text()}: {number}, {self._meaning.text()}")

    def show_nothing(self) -> None:
        """Nobody has counted yet."""
        self._mark.set_state(OFF, "")
        self.number.say("…")
        self.setAccessibleName(self._word.text())

    @property
    def word(self) -> str:
        """What it counts."""
        return self._word.text()

    def apply(self, compact: bool) -> None:
        """Says less where there is less room."""
        self._meaning.setVisible(not compact)
        self._word.set_px(13 if compact else 15)
        self.number.set_px(18 if compact else 22)
        edge = 8 if compact else 14
        self._grid.setHorizontalSpacing(5 if compact else 9)
        self._grid.setContentsMargins(edge, 4 if compact else 8, edge, 4 if compact else 9)

    def sizeHint(self) -> QSize:
        """As its parts ask."""
        return self._grid.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is on it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """A panel; in the accent's colour while it is the one that is shown."""
        chosen, theme = self.isChecked() or self.hasFocus(), self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = "soft" if self.isChecked() else "sunk" if self.underMouse() else "surface"
            painter.setBrush(QColor(theme[ground]))
            painter.setPen(QPen(QColor(theme["accent" if chosen else "line"]), 2 if chosen else 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


class Tiles(QWidget):
    """A row of tiles of which one is chosen."""

    def __init__(self, tiles: dict[str, CountTile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = tiles
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for tile in tiles.values():
            self.group.addButton(tile)
            row.addWidget(tile, 1)

    @property
    def chosen(self) -> str:
        """The key of the tile that is chosen, or ""."""
        return next((key for key, tile in self.tiles.items() if tile.isChecked()), "")

    def choose(self, key: str) -> None:
        """Chooses a tile."""
        self.tiles[key].setChecked(True)

    def apply(self, compact: bool) -> None:
        """Says less where there is less room."""
        for tile in self.tiles.values():
            tile.apply(compact)
