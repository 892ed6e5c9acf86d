"""Room that is as high as what is in it, and scrolls where there is less."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

_AROUND = 24  # pixels to be seen around what has the keys


class FollowingScroll(QScrollArea):
    """Scrolls up and down to whatever in it has the keys; it has none itself.

    What was just shown has its place a turn later: it is kept in sight until somebody scrolls.
    """

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
        self._wanted: QWidget | None = None
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._show_wanted)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._grown)
        bar.actionTriggered.connect(self._let_go)

    def reveal(self, part: QWidget) -> None:
        """Scrolls so that a part that was just shown is in sight as far as there is room."""
        self._wanted = part
        self._settled.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Somebody looks for themselves."""
        self._let_go()
        super().wheelEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._let_go()
        super().hideEvent(event)

    def _grown(self, _: int, __: int) -> None:
        if self._wanted:
            self._settled.start()

    def _let_go(self, _: int = 0) -> None:
        self._wanted = None
        self._settled.stop()

    def _show_wanted(self) -> None:
        part = self._wanted
        if part is None or part.isHidden() or not self.isAncestorOf(part):
            self._wanted = None
            return
        self.ensureWidgetVisible(part, 0, _AROUND)
        now = part.window().focusWidget()
        if now and part.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, _AROUND)  # the part may be higher than the room

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now and self.isAncestorOf(now):
            if self._wanted and not self._wanted.isAncestorOf(now):
                self._let_go()
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


def bring_in_sight(part: QWidget) -> None:
    """Scrolls to a part that was just shown, where it stands in room that scrolls."""
    around = part.parentWidget()
    while around:
        if isinstance(around, FollowingScroll):
            around.reveal(part)
            return
        around = around.parentWidget()
