"""Badges as a PDF: what badges share is stored once, and every code is read back first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from checkin.documents.badges import qr
from checkin.documents.badges.drawing import Code, Pen
from checkin.documents.badges.layouts import (
    Composed,
    Layout,
    layout_named,
    place_key,
    sheet_named,
)
from checkin.domain.badge_face import BadgeFace, BadgeHead, BadgePlace, BadgeWarning
from checkin.domain.sheet import Sheet
from checkin.domain.text import clean
from checkin.domain.wording import Wording

_HEAD, _TICKS = "head", "ticks"


@dataclass(frozen=True, slots=True)
class BadgePrint:
    """How many badges on how many pages, and what somebody should look at."""

    badges: int
    pages: int
    warnings: tuple[BadgeWarning, ...]
    places: tuple[BadgePlace, ...]


def _nobody(_done: int, _total: int) -> None:
    """Nobody waits to hear how far it is."""


def make(
    file: BinaryIO,
    faces: Sequence[BadgeFace],
    head: BadgeHead,
    wording: Wording,
    layout: str = "a6",
    sheet: str = "",
    start: int = 1,
    told: Callable[[int, int], object] = _nobody,
) -> BadgePrint:
    """Writes the badges; the first stands at the place `start` (from 1) of a sheet.

    `told` hears (done, total) page by page, and may end it by an exception of its own.
    Raises Refused `start_outside` or `unreadable_code`, ValueError for an unknown layout or
    sheet; nothing is written then.
    """
    badge = layout_named(layout, wording)
    paper = sheet_named(sheet, badge)
    pages = paper.pages(len(faces), start)
    pen = Pen(file, paper.width, paper.height, clean(head.title))
    shared = _Shared(badge, faces)
    shared.keep(pen, paper, head)
    badges: list[Composed] = []
    for page in paper.filled(faces, start):
        told(len(badges), len(faces))
        if paper.ticks:
            pen.show(_TICKS)
        for face, cell in page:
            badges.append(shared.compose(face))
            code = Code(badge.code_x, badge.code_y, badge.code, qr.matrix(face.token))
            corner = (cell.x, cell.y)
            pen.badge(corner, badge.height, shared.names(face), badges[-1].lines, code)
        pen.turn_page()
    pen.save()
    places = tuple(_places(badge, paper, faces, start))
    return BadgePrint(len(badges), pages, _all_warnings(badges), places)


def preflight(
    faces: Sequence[BadgeFace],
    wording: Wording,
    layout: str = "a6",
    sheet: str = "",
    start: int = 1,
) -> BadgePrint:
    """What `make` would give, without a file."""
    badge = layout_named(layout, wording)
    paper = sheet_named(sheet, badge)
    pages = paper.pages(len(faces), start)
    shared = _Shared(badge, faces)
    badges = [shared.compose(face) for face in faces]
    places = tuple(_places(badge, paper, faces, start))
    return BadgePrint(len(badges), pages, _all_warnings(badges), places)


def _places(
    badge: Layout, paper: Sheet, faces: Sequence[BadgeFace], start: int
) -> Iterator[BadgePlace]:
    """Where everybody's badge stands."""
    for number, page in enumerate(paper.filled(faces, start)):
        for face, cell in page:
            yield BadgePlace(face.delegate_id, number, cell.x, cell.y, badge.width, badge.height)


class _Shared:
    """What badges share: composed once, stored in the PDF once and named."""

    def __init__(self, badge: Layout, faces: Sequence[BadgeFace]) -> None:
        keys = dict.fromkeys(map(place_key, faces))
        capacities = dict.fromkeys(face.capacity for face in faces)
        self._badge = badge
        self._places = {key: badge.place(key) for key in keys}
        self._place_names = {key: f"place-{number}" for number, key in enumerate(keys)}
        self._bands = {capacity: f"band-{capacity}" for capacity in capacities}

    def compose(self, face: BadgeFace) -> Composed:
        """One badge with what is its own."""
        return self._badge.compose(face, self._places[place_key(face)])

    def keep(self, pen: Pen, paper: Sheet, head: BadgeHead) -> None:
        """Stores it all."""
        height = self._badge.height
        pen.keep(_TICKS, paper.height, paper.ticks)
        pen.keep(_HEAD, height, self._badge.head(head))
        for capacity, name in self._bands.items():
            pen.keep(name, height, self._badge.band(capacity))
        for key, name in self._place_names.items():
            pen.keep(name, height, self._places[key].shapes)

    def names(self, face: BadgeFace) -> tuple[str, ...]:
        """What of it belongs on one badge."""
        return _HEAD, self._bands[face.capacity], self._place_names[place_key(face)]


def _all_warnings(badges: Sequence[Composed]) -> tuple[BadgeWarning, ...]:
    return tuple(warning for one in badges for warning in one.warnings)
