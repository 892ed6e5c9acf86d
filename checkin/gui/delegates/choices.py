"""What a chip offers: values with their counts, any number of them chosen, in a sheet below it."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from checkin.gui.delegates.painting import Line, one_line
from checkin.gui.kit.rows import Index
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.texts import text_width
from checkin.gui.look.theme import Theme

_ROW, _PX, _BOX, _WIDE, _MOST = 34, 14, 18, 290, 10
_TOGGLE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOICE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen: its words, and how many rows would have it."""

    value: str
    text: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen of a facet."""

    facet: str
    values: frozenset[str]


class OptionPainter(QStyledItemDelegate):
    """A box with its tick, the words, the count at the end of the line."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Any width, the height of a row."""
        return QSize(60, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one line."""
        choice: Option = index.data(_CHOICE)
        box = QRectF(option.rect)
        mirrored = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        at_it = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if at_it:
            painter.fillRect(box, QColor(self._theme["sel"]))
        line = Line(painter, box.adjusted(12, 0, -12, 0), mirrored)
        self._paint_box(painter, line.take(_BOX, _BOX, 10), choice.chosen)
        count, ink = str(choice.count), QColor(self._theme["ink"])
        wide = text_width(count, _PX) + 2
        words = line.take(line.room - wide - 10, _ROW, 8)
        Line(painter, words, mirrored).write(choice.text, _PX, choice.chosen, ink)
        end = line.take(wide, _ROW)
        number = one_line(count, _PX, False, int(wide) + 1, False)
        number.draw(painter, end.x(), end.center().y() - number.height / 2, ink)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, chosen: bool) -> None:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme["accent" if chosen else "edge"]), 1))
        painter.setBrush(QColor(theme["accent" if chosen else "surface"]))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if chosen:
            ratio = self._view.devicePixelRatioF()
            tick = icon_pixmap("check", _BOX - 2, theme["on_accent"], ratio)
            painter.drawPixmap(box.topLeft() + QPoint(1, 1), tick)


class OptionList(QListWidget):
    """The lines; a click, the space bar or Enter takes one in or out."""

    toggled = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(OptionPainter(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(self._toggle)

    def offer(self, options: Iterable[Option]) -> None:
        """Offers these instead; the current line stays where it was."""
        line = max(self.currentRow(), 0)
        self.clear()
        for option in options:
            item = QListWidgetItem(
                self.tr("{name}, {count}").format(name=option.text, count=option.count)
            )
            item.setData(_CHOICE, option)
            self.addItem(item)
        self.setCurrentRow(min(line, self.count() - 1))

    def _toggle(self, item: QListWidgetItem) -> None:
        self.toggled.emit(item.data(_CHOICE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar and Enter take the current line in or out."""
        item = self.currentItem()
        if event.key() in _TOGGLE and item:
            self._toggle(item)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere is done here."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason,):
            self.left.emit()


class ChoiceSheet(QFrame):
    """Lies over the page below the chip that it belongs to; `chosen` carries a `Chosen`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("sheet")
        self.facet = ""
        self.list = OptionList(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self.list)
        self.list.toggled.connect(self._toggled)
        self.list.left.connect(self.hide)
        self.hide()

    def open_below(self, chip: QWidget, facet: str, name: str, options: list[Option]) -> None:
        """Shows the options of a facet below its chip."""
        self.facet = facet
        self.list.setAccessibleName(name)
        self.list.offer(options)
        self.list.setCurrentRow(0)
        page = self._page
        wide = min(max(self._wide(options), _WIDE), page.width() - 16)
        top = chip.mapTo(page, QPoint(0, chip.height() + 4))
        high = min(_ROW * min(len(options), _MOST) + 14, page.height() - top.y() - 8)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = top.x() + chip.width() - wide if mirrored else top.x()
        self.setGeometry(max(8, min(x, page.width() - wide - 8)), top.y(), wide, high)
        self.show()
        self.raise_()
        self.list.setFocus()

    def _wide(self, options: list[Option]) -> int:
        widest = max((text_width(one.text, _PX, bold=True) for one in options), default=0.0)
        return int(widest) + _BOX + 120

    def offer(self, options: list[Option]) -> None:
        """Shows other counts in the same place."""
        self.list.offer(options)

    def _toggled(self, option: object) -> None:
        options = [self.list.item(line).data(_CHOICE) for line in range(self.list.count())]
        values = {one.value for one in options if one.chosen}
        if isinstance(option, Option):
            values ^= {option.value}
            self.chosen.emit(Chosen(self.facet, frozenset(values)))
