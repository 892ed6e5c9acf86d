"""The field that scanners and people type into. It keeps the focus, so every key comes here."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from checkin.gui.look.fonts import font
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.measures import Measures
from checkin.gui.look.theme import Theme
from checkin.gui.scanning.strokes import Place

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScanField(QLineEdit):
    """Says what was asked for: `entered`, `let_go` (Esc), `taken_back` (Ctrl+Z), `retried` (F5),

    `in_person` (F2), `look_asked` (Ctrl+L), `stepped_up` and `stepped_down` in the list.
    """

    entered = Signal(str)
    let_go = Signal()
    taken_back = Signal()
    retried = Signal()
    in_person = Signal()
    look_asked = Signal()
    stepped_up = Signal()
    stepped_down = Signal()
    letters_go = Place.DESK

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scan")
        self.setAcceptDrops(False)  # a file that is dropped is for the window
        self._colour = theme["accent"]
        self._icon = 26
        self.setPlaceholderText(self.tr("Scan, or type a name, delegation, number"))
        self.setAccessibleName(self.tr("Scan a badge, or type a name, a delegation or a number"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._keys = {
            Qt.Key.Key_Escape: self.let_go,
            Qt.Key.Key_F2: self.in_person,
            Qt.Key.Key_F5: self.retried,
            Qt.Key.Key_Up: self.stepped_up,
            Qt.Key.Key_Down: self.stepped_down,
        }
        self._with_control = {Qt.Key.Key_Z: self.taken_back, Qt.Key.Key_L: self.look_asked}

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.setFixedHeight(measures.field)
        self.setFont(font(measures.px(20)))
        self._icon = measures.px(26)
        lead = self._icon + 22
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setTextMargins(10 if mirrored else lead, 0, lead if mirrored else 10, 0)

    def offer(self, text: str) -> None:
        """Shows what Enter asks for; whatever is typed or scanned takes its place."""
        self.setText(text)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sorts the few keys that mean something at the desk from those that are text."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.entered.emit(self.text())
            return
        meant = self._with_control if event.modifiers() == _CONTROL else self._keys
        if key in meant:
            meant[key].emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _: bool) -> bool:
        """Tab leads nowhere else: a scanner may send it after a code."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the field and its sign at the leading edge."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = self.width() - 16 - self._icon if mirrored else 16
            ratio = self.devicePixelRatioF()
            pixmap = icon_pixmap("search", self._icon, self._colour, ratio)
            painter.drawPixmap(QPoint(x, (self.height() - self._icon) // 2), pixmap)
