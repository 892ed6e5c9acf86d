"""Sets a card's texts as large as its room allows; nothing is cut, whatever the names are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from checkin.gui.look.texts import TextStyle, fitting_px, text_width
from checkin.gui.reception.card_face import CardFace, Person
from checkin.gui.reception.card_pieces import (
    BandPiece,
    DelegationPiece,
    FactPiece,
    GivenNamesPiece,
    Ground,
    HairPiece,
    NotePiece,
    Piece,
    TextPiece,
    leading,
    trailing,
)

SCALES = tuple(step / 100 for step in range(20, 165, 5))
_SMALL, _SMALLEST = 0.75, 0.5  # to the first all shrinks, then word and surname, then all again
_WORD, _SURNAME = (72, 64), (58, 48)
_OF_WORD, _OF_SURNAME = 0.85, 1 / 40  # nothing on a card is larger than its word
_MOST_AIR = 26  # pixels that may be added to a gap where a card is short


@dataclass(frozen=True, slots=True)
class SetCard:
    """Pieces from the top and pieces at the bottom of a card, and what they need."""

    top: Sequence[Piece]
    bottom: Sequence[Piece]

    @property
    def height(self) -> float:
        """All of it, gaps included."""
        return sum(piece.height + piece.gap for piece in (*self.top, *self.bottom))

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
    best = _Setter(face, ground, SCALES[low]).set()
    while low < high:
        middle = (low + high + 1) // 2
        tried = _Setter(face, ground, SCALES[middle]).set()
        if tried.height <= height:
            low, best = middle, tried
        else:
            high = middle - 1
    return best


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
            yield HairPiece(ground, face.time, ground.px(8))
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
            text = leading(face.person.note, style, ground, ground.width - ground.px(64))
            yield NotePiece(ground, text, ground.px(12))
        if face.band:
            yield self._band()
        if face.do:
            yield self._text(face.do, 19, True, 12)

    def _display(self, text: str, px: int, spacing: float, gap: float) -> TextPiece:
        ground = self._ground
        return TextPiece(
            ground, leading(text, TextStyle(px, True, spacing), ground, ground.width), gap
        )

    def _text(self, text: str, size: float, bold: bool, gap: float) -> TextPiece:
        ground = self._ground
        style = TextStyle(ground.px(size), bold)
        return TextPiece(ground, leading(text, style, ground, ground.width), ground.px(gap))

    def _given_names(self, person: Person) -> GivenNamesPiece:
        ground, width = self._ground, self._ground.width
        given = leading(person.given_names, TextStyle(ground.px(34), leading=1.3), ground, width)
        script = trailing(person.script, TextStyle(ground.px(34)), ground, width)
        return GivenNamesPiece(ground, given, script if person.script else None, 0)

    def _delegation(self, person: Person) -> DelegationPiece:
        ground = self._ground
        tile = text_width(person.code, ground.px(20), bold=True) + ground.px(20)
        lead = tile + ground.px(12) if person.code else 0.0
        style = TextStyle(ground.px(28), True, 1.3)
        name = leading(person.delegation, style, ground, ground.width - lead)
        return DelegationPiece(ground, person.code, name, lead, ground.px(8))

    def _label_column(self) -> float:
        """How far from the leading edge the values of the facts begin."""
        ground = self._ground
        labels = (text_width(label, ground.px(20)) for label, _ in self._face.facts)
        return min(max(labels, default=0.0), ground.width * 0.4) + ground.px(24)

    def _fact(self, label: str, value: str, lead: float) -> FactPiece:
        ground = self._ground
        plain, bold = TextStyle(ground.px(20)), TextStyle(ground.px(20), True)
        name = leading(label, plain, ground, lead - ground.px(12))
        said = leading(value, bold, ground, ground.width - lead)
        return FactPiece(ground, name, said, lead, ground.px(8 if self._face.person else 14))

    def _band(self) -> BandPiece:
        ground, band = self._ground, self._face.band
        assert band is not None  # noqa: S101
        room = ground.width - ground.px(74)
        word = leading(band.word, TextStyle(ground.px(22), True, 1.3), ground, room)
        end = trailing(band.end, TextStyle(ground.px(19), leading=1.3), ground, room)
        return BandPiece(ground, band, word, end if band.end else None, ground.px(10))
