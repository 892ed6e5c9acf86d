"""Sets a card's texts as large as its room allows; nothing is cut, whatever the names are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from checkin.gui.look.texts import TextStyle, fitting_px, text_width
from checkin.gui.reception.card_face import CardFace, Person
from checkin.gui.reception.card_photo import beside_photo, narrowed, photo_room
from checkin.gui.reception.card_pieces import (
    Ground,
    Piece,
    band_piece,
    delegation_piece,
    fact_piece,
    given_names_piece,
    hair_piece,
    note_piece,
    remark_piece,
    text_piece,
)

SCALES = (*(step / 100 for step in range(20, 100, 5)), 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6)
_SMALL, _SMALLEST = 0.75, 0.5  # to the first all shrinks, then word and surname, then all again
_WORD, _SURNAME = (72, 64), (58, 48)
_MOST_SURNAME = 64  # pixels; above, Qt draws letters as outlines, ten times slower
_OF_WORD, _OF_SURNAME = 0.85, 1 / 40  # nothing on a card is larger than its word
_MOST_AIR = 26  # pixels that may be added to a gap where a card is short


@dataclass(frozen=True, slots=True)
class Least:
    """Pixels of word and surname at the page's scale, and the scale of all that is smaller."""

    word: int
    surname: int
    body: float


READABLE = Least(40, 32, 0.73)  # the sentence has 16 pixels then


class SetCard:
    """Pieces from the top and pieces at the bottom of a card, and what they need."""

    def __init__(self, top: Sequence[Piece], bottom: Sequence[Piece]) -> None:
        self.top, self.bottom = top, bottom
        self.place, self.readable = 0, True
        self.height = sum(piece.height + piece.gap for piece in (*top, *bottom))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All there is on it."""
        return (*self.top, *self.bottom)

    def as_counted(self) -> bool:
        """Sets the lines as they are drawn; whether they are no more than were counted."""
        texts = list(chain.from_iterable(piece.texts for piece in self.pieces))
        counted = [text.lines for text in texts]
        drawn = [text.laid().lines for text in texts]
        return all(after <= before for before, after in zip(counted, drawn, strict=True))

    def draw_word(self, painter: QPainter, box: QRectF) -> None:
        """Draws the word, which stands first and is the same on many cards."""
        word = self.top[0]
        word.draw(painter, QRectF(box.x(), box.y() + word.gap, box.width(), word.height))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws all but the word; what is left over goes between and above the bottom."""
        spare = max(box.height() - self.height, 0.0)
        air = min(spare * 0.5 / max(len(self.top), 1), _MOST_AIR)
        word = self.top[0]
        draw_pieces(painter, box, self.top[1:], box.y() + word.gap + word.height, air)
        bottom = sum(piece.height + piece.gap for piece in self.bottom)
        draw_pieces(painter, box, self.bottom, box.bottom() - bottom, 0.0)


def draw_pieces(
    painter: QPainter, box: QRectF, pieces: Sequence[Piece], y: float, air: float
) -> None:
    """Draws pieces one under the other from a height on, with air between them."""
    for piece in pieces:
        y += piece.gap + air
        piece.draw(painter, QRectF(box.x(), y, box.width(), piece.height))
        y += piece.height


def set_card(face: CardFace, ground: Ground, height: float, guess: int = 0) -> SetCard:
    """The largest setting that fits a height; `ground.scale` is the scale of the page.

    `guess` is the place in `SCALES` of the card before, since most cards are much alike.
    """
    search = _Search(face, ground, height)
    low, high = search.around(guess)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if search.fits(middle) else (low, middle - 1)
    return search.drawn(low)


class _Search:
    """The settings of one face that were tried."""

    def __init__(self, face: CardFace, ground: Ground, height: float) -> None:
        self._face, self._ground, self._height = face, ground, height
        self._tried: dict[int, SetCard] = {}

    def fits(self, place: int) -> bool:
        """Whether a scale fits; the smallest has to."""
        return place == 0 or self._at(place).height <= self._height

    def around(self, guess: int) -> tuple[int, int]:
        """(largest place known to fit, largest that may), looking next to the guess first."""
        last = len(SCALES) - 1
        if not self.fits(guess):
            return 0, max(guess - 1, 0)
        if guess == last or not self.fits(guess + 1):
            return guess, guess
        return guess + 1, last

    def drawn(self, best: int) -> SetCard:
        """The setting at a scale, or at the next smaller one where a line breaks elsewhere."""
        made = self._at(best)
        while not made.as_counted() and best:
            best -= 1
            made = self._at(best)
        made.place = best
        return made

    def _at(self, place: int) -> SetCard:
        if place not in self._tried:
            self._tried[place] = Setter(self._face, self._ground, SCALES[place]).set()
        return self._tried[place]


class Setter:
    """One try to set a face at one scale."""

    def __init__(self, face: CardFace, page: Ground, scale: float) -> None:
        self._face = face
        self._page = page
        self._scale = scale
        self._photo_room = photo_room(page, scale) if face.photo and face.person else 0.0
        self._word_px = self._fitted(face.word, _WORD, page.width)
        self._surname_px = self._surname(face.person.surname) if face.person else 0
        self._whole = self._body_ground()
        self._ground = narrowed(self._whole, self._photo_room)

    def set(self) -> SetCard:
        """The pieces in the order of the guide."""
        made = SetCard(tuple(self._top()), tuple(self._bottom()))
        made.readable = self._readable
        return made

    @property
    def _readable(self) -> bool:
        """Whether it is large enough to be read from where the operator sits."""
        page, least = self._page.scale, READABLE
        surname = self._surname_px or least.surname * page
        large = self._word_px >= int(least.word * page) and surname >= int(least.surname * page)
        return large and self._whole.scale >= least.body * page

    def _surname(self, surname: str) -> int:
        most = max(_MOST_SURNAME, int(_SURNAME[0] * self._page.scale))
        room = self._page.width - self._photo_room
        return min(self._fitted(surname, _SURNAME, room), int(self._word_px * _OF_WORD), most)

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

    def _fitted(self, text: str, sizes: tuple[int, int], room: float) -> int:
        """The size of a word or surname: shrunk to its least before it wraps."""
        page, scale = self._page, self._scale
        least = sizes[1] * page.scale * min(scale / _SMALL, 1.0)
        growth = min(scale, 1.0) if self._face.person else scale
        best = max(sizes[0] * page.scale * (growth if sizes is _WORD else scale), least)
        shrunk = fitting_px(text, best, least, room, bold=True)
        if shrunk >= int(least):
            return shrunk
        wrapped = least * max(scale, 1.0)
        return fitting_px(text, wrapped, wrapped, room, bold=True)

    def _top(self) -> Iterator[Piece]:
        face, ground = self._face, self._whole
        yield self._display(face.word, self._word_px, 1.14, 0, ground)
        if face.say:
            size = 22 if face.person else 26
            yield self._text(face.say, size, False, 4 if face.person else 10, ground)
        if face.time or face.facts:
            yield hair_piece(ground, face.time, ground.px(8))
        about = [*self._person(face.person)] if face.person else []
        lead = self._label_column()
        about += [self._fact(label, value, lead) for label, value in face.facts]
        if face.photo and face.person:
            yield from beside_photo(about, face.photo, ground, self._photo_room)
        else:
            yield from about

    def _person(self, person: Person) -> Iterator[Piece]:
        ground = self._ground
        yield self._display(person.surname, self._surname_px, 1.24, ground.px(4), ground)
        if person.given_names or person.script:
            yield self._given_names(person)
        if person.delegation:
            yield self._delegation(person)
        if person.function:
            yield self._text(person.function, 20, False, 4, ground)

    def _bottom(self) -> Iterator[Piece]:
        face, ground = self._face, self._whole
        if face.person and face.person.note:
            yield self._remark(face.person.note)
        if face.person and face.person.attention:
            style = TextStyle(ground.px(19), True)
            text = ground.leading(face.person.attention, style, ground.width - ground.px(64))
            yield note_piece(ground, text, ground.px(12))
        if face.band:
            yield self._band()
        if face.do:
            yield self._text(face.do, 19, True, 12, ground)

    def _remark(self, note: str) -> Piece:
        ground, style = self._whole, TextStyle(self._whole.px(19))
        label = ground.leading(self._face.note_label, style, ground.width * 0.4)
        room = ground.width - label.width - ground.px(14)
        text = ground.leading(note, TextStyle(style.px, True), room)
        return remark_piece(ground, label, text, ground.px(12))

    def _display(self, text: str, px: int, spacing: float, gap: float, ground: Ground) -> Piece:
        return text_piece(
            ground, ground.leading(text, TextStyle(px, True, spacing), ground.width), gap
        )

    def _text(self, text: str, size: float, bold: bool, gap: float, ground: Ground) -> Piece:
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
        came = ground.trailing(person.came, TextStyle(ground.px(20), True), ground.width)
        return delegation_piece(ground, person.code, name, lead, came if person.came else None)

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
        ground, band = self._whole, self._face.band
        assert band is not None  # noqa: S101
        room = ground.width - ground.px(74)
        word = ground.leading(band.word, TextStyle(ground.px(22), True, 1.3), room)
        end = ground.trailing(band.end, TextStyle(ground.px(19), leading=1.3), room)
        return band_piece(ground, band, word, end if band.end else None)
