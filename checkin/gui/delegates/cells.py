"""What stands in a cell: marks, tiles and words; the same for the eye and for those who listen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from checkin.domain.dates import hour
from checkin.domain.delegate import Capacity
from checkin.domain.roll import BadgeState, RollRow
from checkin.domain.wording import Wording
from checkin.gui.delegates.columns import (
    BADGE,
    CAPACITY,
    DELEGATION,
    FUNCTION,
    GROUP,
    NAME,
    Column,
)
from checkin.gui.look.marks import FAULT, OFF, OK, PROVISIONAL, WARN


@dataclass(frozen=True, slots=True)
class Cell:
    """A mark, tile or chip, then bold words, plain words, and a word in a frame."""

    mark: str = ""
    code: str = ""
    capacity: Capacity | None = None
    strong: str = ""
    plain: str = ""
    tag: str = ""
    told: str = ""  # a bell, and what it means to those who hear the page
    tone: str = "ink"
    small: bool = False
    tiled: bool = False  # room is kept for a tile, whether there is a code or not

    @property
    def text(self) -> str:
        """All of its words."""
        return " ".join(filter(None, (self.strong, self.plain, self.tag, self.told)))


@dataclass(frozen=True, slots=True)
class CellWords:
    """The words of states, put together once."""

    capacities: Mapping[Capacity, str]
    badges: Mapping[BadgeState, str]
    not_yet: str
    withdrawn: str
    provisional: str
    forgotten: str
    awaited: str
    marks: Mapping[BadgeState, str] = field(
        default_factory=lambda: {
            BadgeState.PRINTED: OK,
            BadgeState.CHANGED: WARN,
            BadgeState.NOT_PRINTED: OFF,
            BadgeState.HANDED_OVER: OK,
            BadgeState.VOIDED: FAULT,
        }
    )


def cell_words(wording: Wording) -> CellWords:
    """The words in the language of the window."""
    say = QCoreApplication.translate
    return CellWords(
        {one: wording.say(f"capacity.{one}") for one in Capacity},
        {
            BadgeState.PRINTED: say("Delegates", "printed"),
            BadgeState.CHANGED: say("Delegates", "changed"),
            BadgeState.NOT_PRINTED: say("Delegates", "not printed"),
            BadgeState.HANDED_OVER: say("Delegates", "handed over"),
            BadgeState.VOIDED: say("Delegates", "voided"),
        },
        say("Delegates", "not yet"),
        say("Delegates", "withdrawn"),
        say("Delegates", "provisional"),
        say("Delegates", "not on the last list"),
        say("Delegates", "announced on arrival"),
    )


def cell_of(row: RollRow, column: Column, words: CellWords) -> Cell:
    """What stands in a row's cell of a column."""
    if column.day >= 0:
        return _day(row, column.day, words)
    return _CELLS[column.key](row, words)


def state_word(row: RollRow, words: CellWords) -> str:
    """What must be said of somebody's place on the list; "" for whoever is simply on it."""
    if row.withdrawn:
        return words.withdrawn
    if row.delegate.provisional:
        return words.provisional
    return words.forgotten if row.delegate.missing else ""


def _name(row: RollRow, words: CellWords) -> Cell:
    one = row.delegate
    tag = state_word(row, words)
    tone = "ink2" if row.withdrawn else "ink"
    strong, plain = one.family_name or one.given_names, one.given_names if one.family_name else ""
    told = words.awaited if one.awaited_since else ""
    return Cell(strong=strong, plain=plain, tag=tag, tone=tone, told=told)


def _delegation(row: RollRow, _: CellWords) -> Cell:
    return Cell(code=row.delegation.code, plain=row.delegation.name, tiled=True)


def _capacity(row: RollRow, words: CellWords) -> Cell:
    capacity = row.delegate.capacity
    return Cell(capacity=capacity, plain=words.capacities[capacity], small=True)


def _function(row: RollRow, _: CellWords) -> Cell:
    return Cell(plain=row.delegate.function)


def _group(row: RollRow, _: CellWords) -> Cell:
    return Cell(plain=row.delegate.working_group)


def _day(row: RollRow, day: int, words: CellWords) -> Cell:
    at = row.arrivals[day]
    if at:
        return Cell(mark=PROVISIONAL if row.delegate.provisional else OK, strong=hour(at))
    if row.withdrawn:
        return Cell()
    return Cell(mark=OFF, plain=words.not_yet, tone="ink2", small=True)


def _badge(row: RollRow, words: CellWords) -> Cell:
    word, mark = words.badges[row.badge], words.marks[row.badge]
    if row.badge is BadgeState.CHANGED:
        return Cell(mark=mark, strong=word, small=True)
    tone = "ink2" if row.badge is BadgeState.NOT_PRINTED else "ink"
    return Cell(mark=mark, plain=word, tone=tone, small=True)


_CELLS: dict[str, Callable[[RollRow, CellWords], Cell]] = {
    NAME: _name,
    DELEGATION: _delegation,
    CAPACITY: _capacity,
    FUNCTION: _function,
    GROUP: _group,
    BADGE: _badge,
}
