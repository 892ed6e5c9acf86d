"""One person of the search list, set and painted: name, function, delegation, every day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from checkin.domain.delegate import Status
from checkin.domain.search import typed_letters
from checkin.gui.look.fonts import font
from checkin.gui.look.marks import OFF, OK, draw_mark
from checkin.gui.look.shapes import WARNING
from checkin.gui.look.texts import SetText, TextStyle, fitting_px, listed, set_text, text_width
from checkin.gui.look.theme import Theme
from checkin.gui.reception.spanned import Part, Spanned
from checkin.services.finding import FoundPerson

_LEAST_DAY, _WIDE_DAY = 62, 100  # below the second a day's mark stands above its time
_BETWEEN = 6
_BLACK, _WHITE = "#000000", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of the list stand, counted from its leading edge."""

    width: float
    scale: float
    mirrored: bool
    days: tuple[date, ...]

    def px(self, size: float) -> int:
        """A size of the guide at this scale, 12 at least."""
        return max(round(size * self.scale), 12)

    @property
    def pad(self) -> float:
        """The margin at both edges."""
        return 20 * self.scale

    @property
    def day(self) -> float:
        """How wide one day is."""
        room = self.width * 0.34 / max(len(self.days), 1)
        return min(max(room, _LEAST_DAY), 118 * max(self.scale, 0.9))

    @property
    def stacked(self) -> bool:
        """Whether a day has no room for mark and time beside each other."""
        return self.day < _WIDE_DAY * self.scale

    @property
    def place(self) -> float:
        """How wide the delegation's column is."""
        return self.width * 0.28

    @property
    def name(self) -> float:
        """How wide the name's column is."""
        return self.width - 2 * self.pad - self.place - len(self.days) * self.day - 24

    def box(self, lead: float, width: float, y: float, height: float) -> QRectF:
        """A box so far from the leading edge."""
        x = self.width - lead - width if self.mirrored else lead
        return QRectF(x, y, width, height)

    def place_at(self) -> float:
        """Where the delegation begins."""
        return self.pad + self.name + 14

    def day_at(self, number: int) -> float:
        """Where a day begins."""
        return self.width - self.pad - (len(self.days) - number) * self.day


def shown_days(days: Sequence[date], today: date, width: float) -> tuple[date, ...]:
    """The meeting days that there is room for; those up to today where not for all."""
    most = max(int(width * 0.4 / _LEAST_DAY), 1)
    if len(days) <= most:
        return tuple(days)
    past = sum(day <= today for day in days)
    first = min(max(past - most, 0), len(days) - most)
    return tuple(days[first : first + most])


@dataclass(frozen=True, slots=True)
class RowWords:
    """What stands on every row, in the words of the window."""

    same_name: str
    withdrawn: str
    capacity: str
    days: tuple[str, ...]  # the time of an arrival, or what its absence means


class FoundRow:
    """A person's row; `height` is what it needs."""

    def __init__(
        self,
        theme: Theme,
        columns: Columns,
        found: FoundPerson,
        words: RowWords,
        typed: tuple[str, ...],
    ) -> None:
        self._theme, self._columns = theme, columns
        self.found, self._words = found, words
        self._tags = self._tags_of()
        self._name = self._set_name(typed)
        self._function = self._set_function(typed)
        self._delegation = self._set_delegation(typed)
        self._capacity = self._set_capacity()
        left = self._name.height + self._function.height
        right = self._delegation.height + self._capacity.height + _BETWEEN
        self.height = max(round(64 * columns.scale), round(max(left, right) + 14 * columns.scale))

    def _tags_of(self) -> list[tuple[str, bool]]:
        gone = self.found.delegate.status is Status.WITHDRAWN
        tags = [(self._words.same_name, False)] if self.found.homonym else []
        return [*tags, (self._words.withdrawn, True)] if gone else tags

    def _tag_width(self, text: str) -> float:
        return text_width(text, self._columns.px(12), bold=True) + 14

    def _set_name(self, typed: tuple[str, ...]) -> Spanned:
        delegate, columns = self.found.delegate, self._columns
        parts = [
            Part(text, bold, tuple(typed_letters(text, typed)))
            for text, bold in ((delegate.family_name, True), (delegate.given_names, False))
        ]
        script = tuple(typed_letters(delegate.name_in_script, typed))
        if script:
            parts.append(Part(f" {delegate.name_in_script}", False, tuple(_moved(script))))
        room = columns.name - sum(self._tag_width(text) + 8 for text, _ in self._tags)
        return self._spanned(parts, (columns.px(18), columns.px(14)), room)

    def _set_function(self, typed: tuple[str, ...]) -> Spanned:
        delegate, columns = self.found.delegate, self._columns
        between = "," if delegate.function and delegate.organisation else ""
        organisation = tuple(typed_letters(delegate.organisation, typed))
        parts = [
            Part(f"{delegate.function}{between}"),
            Part(delegate.organisation, False, organisation),
        ]
        return self._spanned(parts, (columns.px(14), columns.px(12)), columns.name)

    def _set_delegation(self, typed: tuple[str, ...]) -> Spanned:
        delegate, columns = self.found.delegate, self._columns
        marked = tuple(typed_letters(delegate.delegation, typed))
        room = columns.place - self._tile
        part = Part(delegate.delegation, True, marked)
        return self._spanned([part], (columns.px(15), columns.px(13)), room)

    def _set_capacity(self) -> SetText:
        columns = self._columns
        text = listed(self._words.capacity, self.found.number)
        room = columns.place - self._chip - 8
        px = fitting_px(text, columns.px(12), 11, room)
        return set_text(text, TextStyle(px), room, columns.mirrored).laid()

    def _spanned(self, parts: list[Part], sizes: tuple[int, int], room: float) -> Spanned:
        made = Spanned(parts, sizes, room, self._columns.mirrored)
        return made.laid(QColor(self._theme["accent"]))

    @property
    def _tile(self) -> float:
        """How wide the code tile is, with the room after it."""
        code = self.found.delegate.country
        return text_width(code, self._columns.px(12), bold=True) + 24 if code else 0.0

    @property
    def _chip(self) -> float:
        return 20 * max(self._columns.scale, 0.9)

    def draw(self, painter: QPainter, y: float) -> None:
        """Draws it with its top at y."""
        self._draw_name(painter, y)
        self._draw_place(painter, y)
        for number, words in enumerate(self._words.days):
            self._draw_day(painter, y, number, words)

    def _draw_name(self, painter: QPainter, y: float) -> None:
        columns, name = self._columns, self._name
        top = y + (self.height - name.height - self._function.height) / 2
        tags = sum(self._tag_width(text) + 8 for text, _ in self._tags)
        box = columns.box(columns.pad, columns.name - tags, top, name.height)
        name.draw(painter, box.x(), top, QColor(self._theme["ink"]))
        lead = columns.pad + name.width + 8
        for text, bad in self._tags:
            wide, high = self._tag_width(text), columns.px(12) * 1.5
            middle = top + (name.step - high) / 2
            self._draw_tag(painter, columns.box(lead, wide, middle, high), text, bad)
            lead += wide + 8
        box = columns.box(columns.pad, columns.name, top, 1)
        self._function.draw(painter, box.x(), top + name.height, QColor(self._theme["ink2"]))

    def _draw_tag(self, painter: QPainter, box: QRectF, text: str, bad: bool) -> None:
        painter.setPen(QPen(QColor(self._theme["bad"]), 1.4) if bad else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme["badbg"] if bad else WARNING))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme["bad"] if bad else _BLACK))
        painter.setFont(font(self._columns.px(12), bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_place(self, painter: QPainter, y: float) -> None:
        columns, lead = self._columns, self._columns.place_at()
        name, capacity = self._delegation, self._capacity
        top = y + (self.height - name.height - capacity.height - _BETWEEN) / 2
        if self._tile:
            high = columns.px(12) * 1.6
            box = columns.box(lead, self._tile - 8, top + (name.step - high) / 2, high)
            self._draw_tile(painter, box)
        box = columns.box(lead + self._tile, columns.place - self._tile, top, name.height)
        name.draw(painter, box.x(), top, QColor(self._theme["ink"]))
        top += name.height + _BETWEEN
        middle = top + (capacity.step - self._chip) / 2
        self._draw_chip(painter, columns.box(lead, self._chip, middle, self._chip))
        box = columns.box(lead + self._chip + 8, columns.place - self._chip - 8, top, 1)
        capacity.draw(painter, box.x(), top, QColor(self._theme["ink"]))

    def _draw_tile(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme["edge"]), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme["ink2"]))
        painter.setFont(font(self._columns.px(12), bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.found.delegate.country or "")

    def _draw_chip(self, painter: QPainter, box: QRectF) -> None:
        capacity = self.found.delegate.capacity
        edge = self._theme["edge"] if self._theme.name != "light" else ""
        painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.capacities[capacity]))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(_WHITE))
        painter.setFont(font(self._columns.px(12), bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, capacity.letter)

    def _draw_day(self, painter: QPainter, y: float, number: int, words: str) -> None:
        columns, theme = self._columns, self._theme
        came = words[:1].isdigit()
        side = 15.0 * max(columns.scale, 0.9)
        room = columns.day - 6 if columns.stacked else columns.day - side - 10
        px = fitting_px(words, columns.px(15), 11, room, came)
        text = set_text(words, TextStyle(px, came, 1.25), room, columns.mirrored).laid()
        middle, lead = y + self.height / 2, columns.day_at(number)
        ink = QColor(theme["ink" if came else "ink2"])
        if columns.stacked:
            top = middle - (side + text.height) / 2
            draw_mark(painter, columns.box(lead, side, top, side), OK if came else OFF, theme)
            text.draw(painter, columns.box(lead, room, top, 1).x(), top + side, ink)
            return
        mark = columns.box(lead, side, middle - side / 2, side)
        draw_mark(painter, mark, OK if came else OFF, theme)
        x = columns.box(lead + side + 8, room, y, 1).x()
        text.draw(painter, x, middle - text.height / 2, ink)


def _moved(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of a text that got a blank before it."""
    return [(begin + 1, end + 1) for begin, end in spans]
