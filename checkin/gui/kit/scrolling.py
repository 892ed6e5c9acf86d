"""Room that is as high as what is in it, and scrolls where there is less."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

_AROUND = 24  # pixels to be seen around what has the keys


class FollowingScroll(QScrollArea):
    """Scrolls up and down to whatever in it has the keys; it has none itself."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _AROUND)


class FittingScroll(QScrollArea):
    """Never higher than its content, and never wider."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """What is inside, at the width there is."""
        inside, width = self._inside, self.width()
        hint = inside.sizeHint()
        if inside.hasHeightForWidth():
            return QSize(hint.width(), inside.heightForWidth(width))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Enough to see that there is something."""
        return QSize(100, min(self.sizeHint().height(), 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may mean another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
