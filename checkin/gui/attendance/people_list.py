"""People in rows that never cut a name: a sign, name, what there is to know, and an end."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from checkin.gui.kit.rows import Index, RowsModel
from checkin.gui.look.icons import icon_pixmap
from checkin.gui.look.marks import draw_mark
from checkin.gui.look.texts import SetText, TextStyle, fitting_px, listed, set_text, text_width
from checkin.gui.look.theme import Theme

_PAD, _GAP = 16, 12
_END_SHARE = 0.42  # of the width, at most, for what stands at the end
_NAME_SHARE = 0.4  # of the width, at least, for a name


@dataclass(frozen=True, slots=True)
class PersonRow:
    """`code` in a tile or, without one, `mark`; `phone` says that the end is a number to call."""

    name: str
    below: str
    end: str = ""
    code: str = ""
    mark: str = ""
    mark_word: str = ""
    phone: bool = False

    @property
    def words(self) -> str:
        """All of it, for those who hear the page."""
        return ", ".join(filter(None, (self.name, self.mark_word, self.below, self.end)))


class PeopleModel(RowsModel[PersonRow]):
    """The rows in their order."""

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Shows other rows."""
        if rows != self.rows:
            self.put(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, or its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        return row.words if role in _WORDED else None


_WORDED = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class _Set:
    """The texts of a row, set for a width; `lead` is where names begin, `room` their width."""

    lead: float
    room: float
    name: SetText
    below: SetText
    end: SetText | None

    @property
    def height(self) -> float:
        return self.name.height + self.below.height


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.scale = 1.0

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._view.viewport().width()
        texts = self._set(index.data(Qt.ItemDataRole.UserRole), wide, False)
        end = texts.end.height if texts.end else 0.0
        return QSize(wide, int(max(texts.height + 10, end + 10, 48 * self.scale)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PersonRow = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(box.x(), box.y(), box.width(), 1), QColor(self._theme["line"]))
        texts = self._set(row, box.width(), mirrored)
        x = box.right() - texts.lead - texts.room if mirrored else box.x() + texts.lead
        y = box.y() + (box.height() - texts.height) / 2
        texts.name.draw(painter, x, y, QColor(self._theme["ink"]))
        below = QColor(self._theme["ink2"])
        texts.below.draw(painter, x, y + texts.name.height, below)
        self._paint_sign(painter, _lead(box, texts.lead - _GAP, mirrored), row)
        if texts.end:
            self._paint_end(painter, box, row, texts.end, mirrored)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme["accent"]), 2))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        painter.restore()

    def _set(self, row: PersonRow, width: float, mirrored: bool) -> _Set:
        """The texts of a row; where it is too narrow for an end, that follows under the name."""
        lead = (_PAD + (46 if row.code else 20)) * self.scale + _GAP
        end = self._end(row, width, mirrored)
        taken = end.width + _GAP + (self._icon + 6 if row.phone else 0) if end else 0.0
        room, below = width - lead - taken - _PAD, row.below
        if end and room < width * _NAME_SHARE:
            room, below, end = room + taken, listed(row.below, row.end), None
        name = self._text(row.name, 15, room, mirrored, bold=True)
        return _Set(lead, room, name, self._text(below, 13, room, mirrored), end)

    def _end(self, row: PersonRow, width: float, mirrored: bool) -> SetText | None:
        if not row.end:
            return None
        px = max(round(14 * self.scale), 12)
        room = min(text_width(row.end, px) + 4, width * _END_SHARE)
        return self._text(row.end, 14, room, not mirrored)

    def _text(
        self, text: str, size: int, room: float, mirrored: bool, bold: bool = False
    ) -> SetText:
        best = max(round(size * self.scale), 12)
        px = fitting_px(text, best, 12, room, bold)
        return set_text(text, TextStyle(px, bold, 1.35), room, mirrored).laid()

    @property
    def _icon(self) -> int:
        return round(18 * self.scale)

    def _paint_sign(self, painter: QPainter, box: QRectF, row: PersonRow) -> None:
        middle = box.center().y()
        if row.code:
            tile = QRectF(box.x(), middle - 11, box.width(), 22)
            painter.setPen(QPen(QColor(self._theme["edge"]), 1))
            painter.drawRoundedRect(tile.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            px = fitting_px(row.code, 12, 8, tile.width() - 6, bold=True)
            code = set_text(row.code, TextStyle(px, True), tile.width())
            x = tile.x() + (tile.width() - code.width) / 2
            code.draw(painter, x, middle - code.height / 2, QColor(self._theme["ink"]))
        elif row.mark:
            mark = QRectF(box.center().x() - 8, middle - 8, 16, 16).adjusted(1, 1, -1, -1)
            draw_mark(painter, mark, row.mark, self._theme)

    def _paint_end(
        self, painter: QPainter, box: QRectF, row: PersonRow, end: SetText, mirrored: bool
    ) -> None:
        x = box.x() + _PAD if mirrored else box.right() - _PAD - end.room
        middle = box.center().y()
        end.draw(painter, x, middle - end.height / 2, QColor(self._theme["ink"]))
        if row.phone:
            side = self._icon
            start = x + end.width + 6 if mirrored else x + end.room - end.width - 6 - side
            ratio = painter.device().devicePixelRatioF()
            picture = icon_pixmap("phone", side, self._theme["accent"], ratio)
            painter.drawPixmap(round(start), round(middle - side / 2), picture)


def _lead(box: QRectF, end: float, mirrored: bool) -> QRectF:
    """The room of the sign, from the padding to `end`."""
    x = box.right() - end if mirrored else box.x() + _PAD
    return QRectF(x, box.y(), end - _PAD, box.height())


class PeopleList(QListView):
    """A list to read; it takes the keys to be read through."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(self)
        self._painter = _RowPainter(theme, self)
        self.setModel(self.people)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(name)

    @property
    def rows(self) -> tuple[PersonRow, ...]:
        """What it shows."""
        return self.people.rows

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Shows other rows."""
        self.people.show_rows(rows)

    def apply(self, scale: float) -> None:
        """Takes the scale of the window."""
        self._painter.scale = scale
        self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sets the rows anew for the width there is."""
        super().resizeEvent(event)
        self.doItemsLayout()
