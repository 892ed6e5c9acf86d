"""The A6 badge: who it is to be read from two metres, its code four white modules from anything."""

from collections.abc import Iterator, Sequence

from checkin.documents.badges.shapes import (
    Box,
    Picture,
    Rule,
    Shape,
    Side,
    TextLine,
    label,
    set_lines,
)
from checkin.documents.paper.colours import (
    BLACK,
    EMBLEM,
    HAIRLINE,
    INK,
    LABEL,
    SOFT_INK,
    WHITE,
    of_capacity,
)
from checkin.documents.paper.fitting import Fitted, Piece, fit, in_box, stack
from checkin.documents.paper.script import is_right_to_left
from checkin.domain.badge_face import BadgeFace, BadgeHead
from checkin.domain.delegate import Capacity
from checkin.domain.wording import Wording

WIDTH, HEIGHT = 105.0, 148.0
MARGIN = 8.0
CODE = 25.0
CODE_X, CODE_Y = WIDTH - MARGIN - CODE, 86.0
QUIET = 4.0  # millimetres: four modules

_COLUMN = WIDTH - 2 * MARGIN
_BESIDE_CODE = _COLUMN - CODE - QUIET - 1
_NAMES_TOP, _NAMES_BOTTOM = 28.5, CODE_Y - QUIET - 0.5
_TILE_Y, _TILE_HEIGHT, _TILE_WIDTH = CODE_Y + 19.6, 6.4, 9.5
_BAND_Y, _BAND_HEIGHT = 120.0, 20.0


def head(text: BadgeHead) -> Iterator[Shape]:
    """What every badge of a meeting has at its top."""
    if text.emblem:
        yield Picture(MARGIN, 9.0, 12.0, 12.0, text.emblem)
    else:
        yield from _emblem(MARGIN, 9.0, 12.0)
    pieces = [Piece(text.title, 8.5, 6, bold=True, lines=2, leading=1.28)]
    pieces += (Piece(line, 8, 6, leading=1.3) for line in text.lines)
    width = _COLUMN - 15
    fitted = stack(pieces, width, 14.5)
    y = 15.0 - sum(one.height for one in fitted) / 2
    colours = (INK if one.piece.bold else LABEL for one in fitted)
    yield from _column(fitted, colours, MARGIN + 15, y, width)
    yield Rule(MARGIN, 25.0, _COLUMN, HAIRLINE, 0.25)


def blank(wording: Wording) -> Iterator[Shape]:
    """Where name, delegation and capacity are written by hand, on a badge that is nobody's yet."""
    words = ("badge.spare_name", _NAMES_TOP + 8), ("badge.delegation", CODE_Y + 0.2)
    for key, y in words:
        width = _COLUMN if y < CODE_Y - QUIET else _BESIDE_CODE
        caption = Piece(wording.say(key), 7.5, 6, leading=1.28)
        yield from label(caption, MARGIN, y, width, "left", LABEL)
        for down in (17.0, 34.0) if width == _COLUMN else (17.0,):
            yield Rule(MARGIN, y + down, width, LABEL, 0.25)
    yield Box(5.0, _BAND_Y, WIDTH - 10, _BAND_HEIGHT, 2.2, edge=LABEL)


def band(capacity: Capacity, wording: Wording) -> Iterator[Shape]:
    """The capacity: its letter, its word and only then its colour."""
    colour, middle = of_capacity(capacity), _BAND_Y + _BAND_HEIGHT / 2
    yield Box(5.0, _BAND_Y, WIDTH - 10, _BAND_HEIGHT, 2.2, fill=colour)
    yield Box(MARGIN, middle - 7, 14.0, 14.0, 1.6, fill=WHITE)
    letter = fit(Piece(capacity.letter, 25, 25, bold=True), 14.0)
    yield from _level(letter, MARGIN, middle, 14.0, "centre", colour)
    word = in_box(Piece(wording.say(f"capacity.{capacity}"), 20, 13, bold=True), _COLUMN - 20, 16.0)
    yield from _level(word, MARGIN + 18, middle, _COLUMN - 20, "left", WHITE)


def person(face: BadgeFace, mirrored: bool) -> tuple[list[Fitted], list[TextLine]]:
    """Names, function and the number under the code, as fitted and as placed."""
    pieces = [one for one in (*names(face), _function(face)) if one[0].text]
    fitted = list(stack([piece for piece, _ in pieces], _COLUMN, _NAMES_BOTTOM - _NAMES_TOP))
    colours = (colour for _, colour in pieces)
    placed = list(_column(fitted, colours, MARGIN, _NAMES_TOP, _COLUMN, turned=not mirrored))
    x, y, width = CODE_X - QUIET, CODE_Y + CODE + 3.9, CODE + 2 * QUIET
    fitted.append(in_box(Piece(face.number, 9.5, 6, bold=True, leading=1.28), width, 4.4))
    placed += set_lines(fitted[-1], x, y, width, "centre", INK)
    return fitted, placed


def names(face: BadgeFace) -> tuple[tuple[Piece, str], ...]:
    """The names and their colours as they stand; whoever has one name only has it large."""
    large, small, other = face.family_name, face.given_names, face.name_in_script
    if not large:
        large, small = small, ""
    if not large or other in (large, f"{small} {large}", f"{large} {small}"):
        large, other = large or other, ""
    return (
        (Piece(small, 19, 12), INK),
        (Piece(large, 31, 15, bold=True, lines=3, leading=1.14, gap=0.4), BLACK),
        (Piece(other, 22, 13, bold=True, lines=2, leading=1.42, gap=1.0), BLACK),
    )


def _function(face: BadgeFace) -> tuple[Piece, str]:
    return Piece(face.function, 11.5, 8.5, lines=3, leading=1.26, gap=2.2), SOFT_INK


def place(
    delegation: str, code: str, group: str, wording: Wording
) -> tuple[list[Fitted], list[Shape]]:
    """Delegation, its code and the working group: as fitted and as placed, beside the QR code."""
    fitted: list[Fitted] = []
    placed: list[Shape] = []
    if delegation:
        caption = Piece(wording.say("badge.delegation"), 7.5, 6, leading=1.28)
        placed += label(caption, MARGIN, CODE_Y + 0.2, _BESIDE_CODE, "left", LABEL)
        name = Piece(delegation, 22, 11, bold=True, lines=2, leading=1.18)
        fitted.append(in_box(name, _BESIDE_CODE, 15.2))
        placed += set_lines(fitted[-1], MARGIN, CODE_Y + 3.8, _BESIDE_CODE, "left", BLACK)
    x, middle = MARGIN, _TILE_Y + _TILE_HEIGHT / 2
    if code:
        text = in_box(Piece(code, 9, 6, bold=True), 20.0, _TILE_HEIGHT)
        width = max(_TILE_WIDTH, text.width + 3)
        placed.append(Box(x, _TILE_Y, width, _TILE_HEIGHT, 1.0, edge=LABEL))
        placed += _level(text, x, middle, width, "centre", SOFT_INK)
        x += width + 3.5
    if group:
        room = MARGIN + _BESIDE_CODE - x
        said = wording.say("badge.working_group", group=group)
        fitted.append(in_box(Piece(said, 10, 7, bold=True), room, 9.0))
        placed += _level(fitted[-1], x, middle, room, "left", SOFT_INK)
    return fitted, placed


def _emblem(x: float, y: float, size: float) -> Iterator[Shape]:
    """A ring that keeps the place of the host's emblem."""
    yield Box(x, y, size, size, size / 2, edge=EMBLEM, stroke=0.35)
    sheet = (x + size * 0.3, y + size * 0.26, size * 0.4, size * 0.5)
    yield Box(*sheet, size * 0.05, edge=EMBLEM, stroke=0.35)
    for down in (0.42, 0.54):
        yield Rule(x + size * 0.4, y + size * down, size * 0.2, EMBLEM, 0.35)


def _column(
    fitted: Sequence[Fitted],
    colours: Iterator[str],
    x: float,
    y: float,
    width: float,
    turned: bool = False,
) -> Iterator[TextLine]:
    """Fitted texts one under the other; `turned` puts right-to-left ones to the other side."""
    for one, colour in zip(fitted, colours, strict=True):
        side: Side = "right" if turned and is_right_to_left(one.piece.text) else "left"
        yield from set_lines(one, x, y, width, side, colour)
        y += one.height


def _level(
    fitted: Fitted, x: float, middle: float, width: float, side: Side, colour: str
) -> Iterator[TextLine]:
    """A fitted text whose lines stand around a level."""
    return set_lines(fitted, x, middle - fitted.height / 2, width, side, colour)
