"""Room that is as high as what is in it, and scrolls where there is less."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


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
