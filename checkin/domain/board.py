"""What organisers look at during a day: an attendance as tiles, and the heads who are missing.

Tiles add up: those of delegations to the day's standings, all of them to its people.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checkin.domain.attendance import Attendance, Delegation, Person, Standing, Totals, on_any_day

_LONGEST = 6  # letters of a short name
_Code = Callable[[Delegation], str]


@dataclass(frozen=True, slots=True)
class Tile:
    """A delegation of whom somebody is expected; `standing` is None for people without one."""

    code: str
    delegation: Delegation
    standing: Standing | None

    @property
    def name(self) -> str:
        """The delegation's name, "" for people without one."""
        return self.delegation.name

    @property
    def expected(self) -> int:
        """How many people are expected of it."""
        return self.delegation.expected

    @property
    def present(self) -> int:
        """How many of the expected came."""
        return self.delegation.present(0)

    @property
    def people(self) -> tuple[Person, ...]:
        """Its people, head first; each was seen once or not."""
        return self.delegation.people


@dataclass(frozen=True, slots=True)
class MissingHead:
    """A head of delegation who did not come, with the delegation."""

    person: Person
    tile: Tile


@dataclass(frozen=True, slots=True)
class Board:
    """A day, or all of them (`day` None): who came on any of them then.

    `whole` is what a report of the same days is made of, `figures` the figures on the board.
    """

    day: date | None
    whole: Attendance
    figures: Totals
    tiles: tuple[Tile, ...]

    @property
    def listed(self) -> int:
        """How many people are on the list, withdrawn ones too."""
        return self.whole.listed

    @property
    def heads(self) -> tuple[MissingHead, ...]:
        """The heads who are missing, in the order of the tiles."""
        return tuple(
            MissingHead(person, tile)
            for tile in self.tiles
            for person in tile.people
            if person.is_head and person.absent(0)
        )


def board(day: date | None, whole: Attendance, code: _Code) -> Board:
    """The board of one day (`whole` has that day alone) or of all; `code` is a country's.

    A delegation without a code goes by its short name.
    """
    shown = on_any_day(whole) if day is None else whole
    tiles = tuple(_tile(one, code) for one in shown.delegations if one.expected)
    return Board(day, whole, shown.totals[0], tiles)


def _tile(delegation: Delegation, code: _Code) -> Tile:
    if not delegation.name:
        return Tile("", delegation, None)
    short = code(delegation) or short_name(delegation.name)
    return Tile(short, delegation, delegation.standing(0))


def short_name(name: str) -> str:
    """A few letters that stand for a name: itself, its initials, or its beginning."""
    words = name.split()
    if len(name) <= _LONGEST:
        return name
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(words) > 1 and len(initials) > 1:
        return initials[:_LONGEST]
    return words[0] if len(words[0]) <= _LONGEST else f"{words[0][: _LONGEST - 1]}."
