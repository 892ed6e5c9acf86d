"""A large button that begins something: icon, title, what it is, and its key."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from checkin.gui.kit.panels import Icon
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme


class Tile(QPushButton):
    """Pressed as a whole; the texts in it only show."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        texts: tuple[str, str, str],
        does: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title, about, key = texts
        self.setObjectName("tile")
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{about}. {key}")
        self._title, self._about = (
            FitLabel(theme, 17, bold=True, wraps=True),
            FitLabel(theme, 14, tone="ink2", wraps=True),
        )
        self._key = FitLabel(theme, 13, tone="ink2")
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(Icon(icon, 24, theme["accent"]), 0, 0)
        rows = ((self._title, title), (self._about, about), (self._key, key))
        for row, (label, text) in enumerate(rows):
            label.say(text)
            self._grid.addWidget(label, row, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: does())

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        small = measures.scale < 1
        side, above = (12, 6) if small else (18, 12)
        self._grid.setContentsMargins(side, above, side, above)
        for label, px in ((self._title, 17), (self._about, 14), (self._key, 13)):
            label.set_px(max(measures.px(px), 12))
        self.setMinimumHeight(measures.px(92))

    def sizeHint(self) -> QSize:
        """What the texts need."""
        return self._grid.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """One word's width: the texts wrap."""
        return self._grid.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As much as the texts need."""
        return max(self._grid.heightForWidth(width), self.minimumHeight())
