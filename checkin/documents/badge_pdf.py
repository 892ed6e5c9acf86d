"""Badges as a PDF: what badges share is stored once, and every code is read back first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from checkin.documents import qr
from checkin.documents.badge_layouts import (
    LAYOUTS,
    SHEETS,
    Composed,
    Layout,
    layout_named,
    sheet_named,
)
from checkin.documents.badge_pen import Code, Pen
from checkin.domain.badge_face import BadgeFace, BadgeHead, BadgeWarning
from checkin.domain.sheet import Cell
from checkin.domain.text import clean
from checkin.domain.wording import Wording

__all__ = ["LAYOUTS", "SHEETS", "BadgePrint", "make", "preflight"]

_HEAD, _TICKS = "head", "ticks"


@dataclass(frozen=True, slots=True)
class BadgePrint:
    """How many badges on how many pages, and what somebody should look at."""

    badges: int
    pages: int
    warnings: tuple[BadgeWarning, ...]


def make(
    file: BinaryIO,
    faces: Sequence[BadgeFace],
    head: BadgeHead,
    wording: Wording,
    layout: str = "a6",
    sheet: str = "",
    start: int = 1,
) -> BadgePrint:
    """Writes the badges; the first stands at the place `start` (from 1) of a sheet.

    Raises Refused `start_outside` or `unreadable_code`, ValueError for an unknown layout or
    sheet; nothing is written then.
    """
    badge = layout_named(layout, wording)
    paper = sheet_named(sheet, badge)
    pages = paper.pages(len(faces), start)
    pen = Pen(file, paper.width, paper.height, clean(head.title))
    pen.keep(_HEAD, badge.height, badge.head(head))
    if paper.ticks:
        pen.keep(_TICKS, paper.height, paper.ticks)
    shared = _Shared(pen, badge, faces)
    badges = []
    for page in paper.filled(faces, start):
        if paper.ticks:
            pen.show(_TICKS)
        for face, cell in page:
            badges.append(badge.compose(face))
            _draw(pen, badge, shared.of(face), badges[-1], cell)
        pen.turn_page()
    pen.save()
    return BadgePrint(len(badges), pages, _all_warnings(badges))


def preflight(
    faces: Sequence[BadgeFace],
    head: BadgeHead,
    wording: Wording,
    layout: str = "a6",
    sheet: str = "",
    start: int = 1,
) -> BadgePrint:
    """What `make` would give, without a file."""
    badge = layout_named(layout, wording)
    pages = sheet_named(sheet, badge).pages(len(faces), start)
    badge.head(head)
    badges = [badge.compose(face) for face in faces]
    return BadgePrint(len(badges), pages, _all_warnings(badges))


class _Shared:
    """What badges share, stored in the PDF once and named."""

    def __init__(self, pen: Pen, badge: Layout, faces: Sequence[BadgeFace]) -> None:
        capacities = dict.fromkeys(face.capacity for face in faces)
        codes = dict.fromkeys(face.code for face in faces if face.code)
        self._bands = {capacity: f"band-{capacity}" for capacity in capacities}
        self._tiles = {code: f"tile-{place}" for place, code in enumerate(codes)}
        for capacity, name in self._bands.items():
            pen.keep(name, badge.height, badge.band(capacity))
        for code, name in self._tiles.items():
            pen.keep(name, badge.height, badge.tile(code))

    def of(self, face: BadgeFace) -> list[str]:
        """The names of all that belongs on one badge."""
        tile = [self._tiles[face.code]] if face.code else []
        return [_HEAD, self._bands[face.capacity], *tile]


def _draw(pen: Pen, badge: Layout, shared: list[str], composed: Composed, cell: Cell) -> None:
    code = Code(badge.code_x, badge.code_y, badge.code, qr.matrix(composed.face.token))
    pen.badge((cell.x, cell.y), badge.height, shared, composed.lines, code)


def _all_warnings(badges: Sequence[Composed]) -> tuple[BadgeWarning, ...]:
    return tuple(warning for one in badges for warning in one.warnings)
