"""Panels with a title, lines between parts, the head of a page, marks, and the empty state."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.look.icons import icon_pixmap, mirrored_pixmap
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import draw_mark
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme


class Panel(QFrame):
    """A surface with a fine edge; `title` at its head, `extra` at the end of the same line."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.title = FitLabel(theme, 16, bold=True)
        self.extra = FitLabel(theme, 15, bold=True, trailing=True)
        if title:
            self.title.say(title)
            self.head.addWidget(self.title, 1)
            self.head.addWidget(self.extra)
            self.column.addLayout(self.head)

    def add_rule(self) -> None:
        """Adds a fine line."""
        self.column.addWidget(rule())


def has_keys(part: QWidget) -> bool:
    """Whether the keys go to a part of a window, or to something in it."""
    focus = part.window().focusWidget()
    return focus is not None and (focus is part or part.isAncestorOf(focus))


def rule() -> QFrame:
    """A fine line that separates."""
    made = QFrame()
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made


class PageHead(QWidget):
    """The title of a page and what it is about in one line; buttons stand at the other end."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = FitLabel(theme, 28, bold=True)
        self.title.say(title)
        self.about = FitLabel(theme, 14, tone="ink2")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.about)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(10)
        self.row.addLayout(texts, 1)

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(measures.px(measures.title))
        self.about.set_px(max(measures.px(14), 13))

    def add(self, *widgets: QWidget) -> None:
        """Adds buttons at the trailing end."""
        for one in widgets:
            self.row.addWidget(one, 0, Qt.AlignmentFlag.AlignVCenter)


class Icon(QWidget):
    """A line icon of the house."""

    def __init__(
        self, name: str, px: int, colour: str, mirrored: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._px, self._colour, self._mirrored = name, px, colour, mirrored
        self.setFixedSize(QSize(px, px))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints it."""
        backwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        drawn = mirrored_pixmap if self._mirrored and backwards else icon_pixmap
        with QPainter(self) as painter:
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(QPointF(), drawn(self._name, self._px, self._colour, ratio))


class Mark(QWidget):
    """A state as one of the seven silhouettes; `word` is what a screen reader says."""

    def __init__(
        self, theme: Theme, state: str, px: int = 16, word: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._state = theme, state
        self.setFixedSize(px, px)
        self.setAccessibleName(word)

    def set_state(self, state: str, word: str) -> None:
        """Shows another state."""
        self._state = state
        self.setAccessibleName(word)
        self.update()

    @property
    def state(self) -> str:
        """The state it shows."""
        return self._state

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the silhouette."""
        with QPainter(self) as painter:
            box = self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
            draw_mark(painter, box, self._state, self._theme)


class EmptyState(QWidget):
    """What will be here, in words, with the next step under it."""

    def __init__(
        self, theme: Theme, icon: str, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title, self.sentence = FitLabel(theme, 18, bold=True), FitLabel(theme, 14, tone="ink2")
        self.say(title, sentence)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(10)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Icon(icon, 44, theme["edge"]), 0, centre)
        column.addWidget(self.title, 0, centre)
        column.addWidget(self.sentence, 0, centre)
        column.addLayout(self.buttons)
        column.setAlignment(self.buttons, centre)
        column.addStretch(2)

    def say(self, title: str, sentence: str) -> None:
        """Says something else."""
        self.title.say(title)
        self.sentence.say(sentence)
