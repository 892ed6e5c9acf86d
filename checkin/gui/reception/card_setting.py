"""Sets a card's texts as large as its room allows; nothing is cut, whatever the names are."""

from collections.abc import Iterator, Sequence
from itertools import chain

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from checkin.gui.look.texts import TextStyle, fitting_px, text_width
from checkin.gui.reception.card_face import CardFace, Person
from checkin.gui.reception.card_pieces import (
    Ground,
    Piece,
    band_piece,
    delegation_piece,
    fact_piece,
    given_names_piece,
    hair_piece,
    note_piece,
    text_piece,
)

SCALES = tuple(step / 100 for step in range(20, 165, 5))
_SMALL, _SMALLEST = 0.75, 0.5  # to the first all shrinks, then word and surname, then all again
_WORD, _SURNAME = (72, 64), (58, 48)
_OF_WORD, _OF_SURNAME = 0.85, 1 / 40  # nothing on a card is larger than its word
_MOST_AIR = 26  # pixels that may be added to a gap where a card is short


class SetCard:
    """Pieces from the top and pieces at the bottom of a card, and what they need."""

    def __init__(self, top: Sequence[Piece], bottom: Sequence[Piece]) -> None:
        self.top, self.bottom = top, bottom

    @property
    def height(self) -> float:
        """All of it, gaps included."""
        return sum(piece.height + piece.gap for piece in (*self.top, *self.bottom))

    def as_counted(self) -> bool:
        """Sets the lines as they are drawn; whether they are no more than were counted."""
        texts = list(chain.from_iterable(piece.texts for piece in (*self.top, *self.bottom)))
        counted = [text.lines for text in texts]
        drawn = [text.laid().lines for text in texts]
        return all(after <= before for before, after in zip(counted, drawn, strict=True))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws the pieces into a box; what is left over goes between and above the bottom."""
        spare = max(box.height() - self.height, 0.0)
        air = min(spare * 0.5 / max(len(self.top), 1), _MOST_AIR)
        _draw(painter, box, self.top, box.y(), air)
        bottom = sum(piece.height + piece.gap for piece in self.bottom)
        _draw(painter, box, self.bottom, box.bottom() - bottom, 0.0)


def _draw(painter: QPainter, box: QRectF, pieces: Sequence[Piece], y: float, air: float) -> None:
    for place, piece in enumerate(pieces):
        y += piece.gap + (air if place else 0.0)
        piece.draw(painter, QRectF(box.x(), y, box.width(), piece.height))
        y += piece.height


def set_card(face: CardFace, ground: Ground, height: float) -> SetCard:
    """The largest setting that fits a height; `ground.scale` is the scale of the page."""
    low, high = 0, len(SCALES) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _Setter(face, ground, SCALES[middle]).set().height <= height:
            low = middle
        else:
            high = middle - 1
    return _drawn(face, ground, low)


def _drawn(face: CardFace, ground: Ground, best: int) -> SetCard:
    """The setting at a scale, or at the next smaller one where a line breaks elsewhere."""
    made = _Setter(face, ground, SCALES[best]).set()
    while not made.as_counted() and best:
        best -= 1
        made = _Setter(face, ground, SCALES[best]).set()
    return made


class _Setter:
    """One try to set a face at one scale."""

    def __init__(self, face: CardFace, page: Ground, scale: float) -> None:
        self._face = face
        self._page = page
        self._scale = scale
        self._word_px = self._fitted(face.word, _WORD)
        self._surname_px = self._surname(face.person.surname) if face.person else 0
        self._ground = self._body_ground()

    def set(self) -> SetCard:
        """The pieces in the order of the guide."""
        return SetCard(tuple(self._top()), tuple(self._bottom()))

    def _surname(self, surname: str) -> int:
        return min(self._fitted(surname, _SURNAME), int(self._word_px * _OF_WORD))

    def _body_ground(self) -> Ground:
        """The ground of all that is smaller: it grows only as far as word and surname did."""
        page, scale = self._page, self._scale
        if scale < _SMALL:
            scale = _SMALL * min(scale / _SMALLEST, 1.0)
        limit = self._word_px / _WORD[1]
        if self._surname_px:
            limit = min(limit, self._surname_px * _OF_SURNAME)
        whole = min(page.scale * scale, max(limit, page.scale * min(scale, _SMALL)))
        return Ground(page.width, whole, page.mirrored, page.ink, page.ratio)

    def _fitted(self, text: str, sizes: tuple[int, int]) -> int:
        """The size of a word or surname: shrunk to its least before it wraps."""
        page, scale = self._page, self._scale
        least = sizes[1] * page.scale * min(scale / _SMALL, 1.0)
        best = max(sizes[0] * page.scale * scale, least)
        shrunk = fitting_px(text, best, least, page.width, bold=True)
        if shrunk >= int(least):
            return shrunk
        wrapped = least * max(scale, 1.0)
        return fitting_px(text, wrapped, wrapped, page.width, bold=True)

    def _top(self) -> Iterator[Piece]:
        face, ground = self._face, self._ground
        yield self._display(face.word, self._word_px, 1.14, 0)
        if face.say:
            size = 22 if face.person else 26
            yield self._text(face.say, size, False, 4 if face.person else 10)
        if face.time or face.facts:
            yield hair_piece(ground, face.time, ground.px(8))
        if face.person:
            yield from self._person(face.person)
        lead = self._label_column()
        for label, value in face.facts:
            yield self._fact(label, value, lead)

    def _person(self, person: Person) -> Iterator[Piece]:
        ground = self._ground
        yield self._display(person.surname, self._surname_px, 1.24, ground.px(4))
        if person.given_names or person.script:
            yield self._given_names(person)
        if person.delegation:
            yield self._delegation(person)
        if person.function:
            yield self._text(person.function, 20, False, 4)

    def _bottom(self) -> Iterator[Piece]:
        face, ground = self._face, self._ground
        if face.person and face.person.note:
            style = TextStyle(ground.px(19), True)
            text = ground.leading(face.person.note, style, ground.width - ground.px(64))
            yield note_piece(ground, text, ground.px(12))
        if face.band:
            yield self._band()
        if face.do:
            yield self._text(face.do, 19, True, 12)

    def _display(self, text: str, px: int, spacing: float, gap: float) -> Piece:
        ground = self._ground
        return text_piece(
            ground, ground.leading(text, TextStyle(px, True, spacing), ground.width), gap
        )

    def _text(self, text: str, size: float, bold: bool, gap: float) -> Piece:
        ground = self._ground
        style = TextStyle(ground.px(size), bold)
        return text_piece(ground, ground.leading(text, style, ground.width), ground.px(gap))

    def _given_names(self, person: Person) -> Piece:
        ground, width = self._ground, self._ground.width
        given = ground.leading(person.given_names, TextStyle(ground.px(34), leading=1.3), width)
        script = ground.trailing(person.script, TextStyle(ground.px(34)), width)
        return given_names_piece(ground, given, script if person.script else None)

    def _delegation(self, person: Person) -> Piece:
        ground = self._ground
        tile = text_width(person.code, ground.px(20), bold=True) + ground.px(20)
        lead = tile + ground.px(12) if person.code else 0.0
        style = TextStyle(ground.px(28), True, 1.3)
        name = ground.leading(person.delegation, style, ground.width - lead)
        return delegation_piece(ground, person.code, name, lead, ground.px(8))

    def _label_column(self) -> float:
        """How far from the leading edge the values of the facts begin."""
        ground = self._ground
        labels = (text_width(label, ground.px(20)) for label, _ in self._face.facts)
        return min(max(labels, default=0.0), ground.width * 0.4) + ground.px(24)

    def _fact(self, label: str, value: str, lead: float) -> Piece:
        ground = self._ground
        plain, bold = TextStyle(ground.px(20)), TextStyle(ground.px(20), True)
        name = ground.leading(label, plain, lead - ground.px(12))
        said = ground.leading(value, bold, ground.width - lead)
        return fact_piece(ground, name, said, lead, ground.px(8 if self._face.person else 14))

    def _band(self) -> Piece:
        ground, band = self._ground, self._face.band
        assert band is not None  # noqa: S101
        room = ground.width - ground.px(74)
        word = ground.leading(band.word, TextStyle(ground.px(22), True, 1.3), room)
        end = ground.trailing(band.end, TextStyle(ground.px(19), leading=1.3), room)
        return band_piece(ground, band, word, end if band.end else None)
