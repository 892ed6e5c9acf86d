"""A card that is low: in two columns, so that word, sentence and names stay large."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from checkin.gui.look.texts import TextStyle, fitting_px, text_width
from checkin.gui.reception.card_face import CardFace
from checkin.gui.reception.card_photo import draw_photo
from checkin.gui.reception.card_pieces import Ground, Piece, note_piece
from checkin.gui.reception.card_setting import READABLE, SetCard, Setter, draw_pieces

_LEAST_WIDE = 1.8  # heights; where a card is less wide two columns help nobody
_LEAD, _MOST_LEAD = 0.45, 0.58  # of the width
_PHOTO = 0.6  # of the height, that a photo is wide
_GAP = 22
_MOST_AIR = 12.0
_TELLS = "fault"  # of these cards the facts say what to do
_BAND = 0.9  # of the body: the band is lower here


@dataclass(frozen=True, slots=True)
class _Level:
    """The scale of word, surname and sentence, that of the rest and of the surname beside it,

    and whether function and facts are on the card.
    """

    scale: float
    rest: float = 1.0
    surname: float = 1.0
    whole: bool = False


_LEVELS = (
    *(_Level(step / 100, 0.7, 0.7) for step in range(20, 100, 5)),
    *(_Level(1.0, 0.7, step / 100) for step in range(70, 100, 5)),
    *(_Level(1.0, step / 100) for step in range(70, 105, 5)),
    *(_Level(step / 100, whole=True) for step in range(100, 165, 5)),
)  # the smallest first: what matters less goes and shrinks before word, surname and sentence


def set_compact(face: CardFace, ground: Ground, height: float) -> SetCard | None:
    """The largest setting in two columns that fits; None where the card is too narrow for it."""
    if ground.width < _LEAST_WIDE * height:
        return None
    low, high = 0, len(_LEVELS) - 1
    while low < high:
        middle = (low + high + 1) // 2
        fits = _at(face, ground, height, middle).height <= height
        low, high = (middle, high) if fits else (low, middle - 1)
    made = _at(face, ground, height, low)
    while not made.as_counted() and low:
        low -= 1
        made = _at(face, ground, height, low)
    return made


def _at(face: CardFace, ground: Ground, height: float, level: int) -> "ColumnCard":
    if face.person and not _LEVELS[level].whole:
        facts = face.facts if face.look.family == _TELLS else ()
        face = replace(face, facts=facts, person=replace(face.person, function=""))
    return _CompactSetter(face, ground, _LEVELS[level], height).set()


class ColumnCard(SetCard):
    """Word, sentence and advice in the leading column, whose they are in the other."""

    def __init__(self, lead: Sequence[Piece], trail: Sequence[Piece], grounds: "_Grounds") -> None:
        super().__init__(lead, ())
        self._trail, self._grounds = trail, grounds
        self.height = max(_height(lead), _height(trail))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Those of both columns."""
        return (*self.top, *self._trail)

    def draw_word(self, painter: QPainter, box: QRectF) -> None:
        """Draws the word at the head of the leading column."""
        super().draw_word(painter, self._grounds.lead_of(box))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Draws all but the word."""
        word, lead = self.top[0], self._grounds.lead_of(box)
        spare = max(box.height() - _height(self.top), 0.0)
        air = min(spare / max(len(self.top), 1), _MOST_AIR)
        draw_pieces(painter, lead, self.top[1:], box.y() + word.gap + word.height, air)
        spare = max(box.height() - _height(self._trail), 0.0)
        air = min(spare / max(len(self._trail), 1), _MOST_AIR)
        draw_pieces(painter, self._grounds.trail_of(box), self._trail, box.y(), air)
        self._grounds.draw_photo(painter, box)


class _Grounds:
    """How the width is shared between the columns and a photo at the end."""

    def __init__(self, face: CardFace, page: Ground, word: float, height: float) -> None:
        self._page, self._photo = page, face.photo if face.person else None
        gap = page.px(_GAP)
        self._photo_wide = height * _PHOTO if self._photo else 0.0
        self._photo_high = height * _PHOTO * 4 / 3
        room = page.width - (self._photo_wide + gap if self._photo else 0)
        both = face.person or face.facts
        wide = min(max(word, room * _LEAD), room * _MOST_LEAD) if both else room
        self.lead = replace(page, width=wide)
        self.trail = replace(page, width=max(room - wide - gap, 1.0))

    def lead_of(self, box: QRectF) -> QRectF:
        """The place of the leading column."""
        return self._page.place(box, 0, self.lead.width)

    def trail_of(self, box: QRectF) -> QRectF:
        """The place of the other."""
        return self._page.place(box, self.lead.width + self._page.px(_GAP), self.trail.width)

    def draw_photo(self, painter: QPainter, box: QRectF) -> None:
        """Draws the photo at the end."""
        if self._photo:
            end = self._page.place(box, box.width() - self._photo_wide, self._photo_wide)
            end.setHeight(min(self._photo_high, box.height()))
            draw_photo(painter, end, self._photo, self._page)


class _CompactSetter(Setter):
    """One try to set a face in two columns."""

    def __init__(self, face: CardFace, page: Ground, level: _Level, height: float) -> None:
        self._face, self._page, scale = face, page, level.scale
        word = READABLE.word * page.scale * scale
        wanted = text_width(face.word, word, bold=True) * 1.03 + 2
        self._grounds = _Grounds(face, page, wanted, height)
        body = READABLE.body * page.scale * scale
        self._say = replace(self._grounds.lead, scale=body)
        self._whole = replace(self._grounds.lead, scale=body * level.rest)
        self._ground = replace(self._grounds.trail, scale=body * level.rest)
        self._word_px = self._shrunk(face.word, word, self._whole.width)
        self._surname_px = 0
        if face.person:
            best = READABLE.surname * page.scale * scale * level.surname
            self._surname_px = self._shrunk(face.person.surname, best, self._ground.width)

    def set(self) -> ColumnCard:
        """The pieces of both columns."""
        lead, trail = [*self._lead()], [*self._trail()]
        if self._face.do:
            here = self._advice(self._whole)
            there = self._advice(self._ground) if trail else here
            beside = bool(trail) and _height([*trail, there]) < _height([*lead, here])
            (trail if beside else lead).append(there if beside else here)
        return ColumnCard(lead, trail, self._grounds)

    def _advice(self, ground: Ground) -> Piece:
        """What to do, for the column that has more room."""
        return self._text(self._face.do, 21, True, 6, ground)

    def _shrunk(self, text: str, best: float, room: float) -> int:
        """A size at which no word of it is broken."""
        return fitting_px(text, best, best, room, bold=True)

    def _lead(self) -> Iterator[Piece]:
        face, ground = self._face, self._whole
        yield self._display(face.word, self._word_px, 1.14, 0, ground)
        if face.say:
            yield self._text(face.say, 22, False, 2, self._say)
        if face.person and face.person.attention:
            style = TextStyle(ground.px(20), True)
            text = ground.leading(face.person.attention, style, ground.width - ground.px(64))
            yield note_piece(ground, text, ground.px(8))
        if face.person and face.person.note:
            yield self._remark(face.person.note)

    def _trail(self) -> Iterator[Piece]:
        face, ground = self._face, self._ground
        yield from self._person(face.person) if face.person else ()
        lead = self._label_column()
        for label, value in face.facts:
            yield self._fact(label, value, lead)
        if face.band:
            lower = replace(ground, scale=ground.scale * _BAND)
            whole, self._whole = self._whole, lower
            yield self._band()
            self._whole = whole


def _height(pieces: Sequence[Piece]) -> float:
    return sum(piece.height + piece.gap for piece in pieces)
