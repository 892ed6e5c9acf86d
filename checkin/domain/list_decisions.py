"""What people decide about a list before it is applied, and what is done then."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checkin.domain.delegate import Delegate, Status
from checkin.domain.list_plan import (
    ChangedPerson,
    Doubtful,
    FieldChange,
    ListPlan,
    NamedPerson,
    changes,
    may_miss,
    waits_for_list,
)
from checkin.domain.listing import ListedPerson
from checkin.domain.refused import Refused

NEW, SKIP = "new", "skip"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is to be done with the rows; where nothing is said, doubtful ones are new people.

    `doubtful`: by row the id of the known person it is about, `NEW` or `SKIP`. `left`: other rows
    of which nothing is taken. `over_hand`: (row, field) that the list may overwrite although
    people wrote it by hand; `ours`: those that it may not overwrite. `marks_missing` is
    False for a list that only adds to another.
    """

    doubtful: Mapping[int, str] = field(default_factory=dict)
    left: frozenset[int] = frozenset()
    over_hand: frozenset[tuple[int, str]] = frozenset()
    ours: frozenset[tuple[int, str]] = frozenset()
    marks_missing: bool = True


UNDECIDED = Decisions()


@dataclass(frozen=True, slots=True)
class Settled:
    """What is written: people added, changed (only fields that are written), named again,

    expected again who were taken off with an earlier list, and missing, marked before or not.
    """

    added: tuple[ListedPerson, ...]
    changed: tuple[ChangedPerson, ...]
    named: tuple[Delegate, ...]
    reopened: tuple[Delegate, ...]
    missing: tuple[Delegate, ...]

    @property
    def newly_missing(self) -> list[Delegate]:
        """Those missing who are not marked yet."""
        return [one for one in self.missing if not one.missing]

    @property
    def facts(self) -> int:
        """How many facts follow the one that says that a list was applied."""
        others = len(self.named) + len(self.reopened) + len(self.newly_missing)
        return 2 * len(self.added) + len(self.changed) + others


def settle(plan: ListPlan, decisions: Decisions = UNDECIDED) -> Settled:
    """What a plan comes to; raises Refused for a decision that fits no row, or two rows."""
    merged = dict(_merged(plan, decisions))
    known = [him.id for him in merged.values()]
    if len(set(known)) < len(known):
        raise Refused("one_person_for_two_rows")
    left = decisions.left | {row for row, what in decisions.doubtful.items() if what == SKIP}
    named = [one.known for one in _named(plan, merged) if one.row not in left]
    return Settled(
        added=tuple(one for one in plan.new if one.row not in left and one.row not in merged),
        changed=tuple(_changed(plan, decisions, merged)),
        named=tuple(one for one in named if one.status is Status.LISTED),
        reopened=tuple(one for one in named if one.status is Status.WITHDRAWN),
        missing=tuple(_missing(plan, decisions, set(known))) if decisions.marks_missing else (),
    )


def _merged(plan: ListPlan, decisions: Decisions) -> Iterator[tuple[int, Delegate]]:
    """The doubtful rows that are said to be about somebody known."""
    rows = {one.row: one for one in plan.doubtful}
    for row, what in decisions.doubtful.items():
        if row not in rows:
            raise Refused("list_plan_outdated")
        if what not in (NEW, SKIP):
            yield row, _chosen(rows[row], what)


def _chosen(doubt: Doubtful, known_id: str) -> Delegate:
    found = next((one for one in doubt.known if one.id == known_id), None)
    if found is None:
        raise Refused("list_plan_outdated")
    return found


def _named(plan: ListPlan, merged: Mapping[int, Delegate]) -> Iterator[NamedPerson]:
    yield from plan.named
    yield from (NamedPerson(row, him) for row, him in merged.items() if waits_for_list(him))


def _changed(
    plan: ListPlan, decisions: Decisions, merged: Mapping[int, Delegate]
) -> Iterator[ChangedPerson]:
    listed = {one.row: one.listed for one in plan.doubtful}
    chosen = (
        ChangedPerson(row, him, changes(listed[row], him, plan.fields))
        for row, him in merged.items()
    )
    for one in (*plan.changed, *chosen):
        fields: dict[str, FieldChange] = one.taken(decisions.over_hand, decisions.ours)
        if fields and one.row not in decisions.left:
            yield ChangedPerson(one.row, one.known, fields)


def _missing(plan: ListPlan, decisions: Decisions, merged: set[str]) -> Iterator[Delegate]:
    """Who is on no row; of whom a row may be that nobody has decided on, nothing is said."""
    decided, undecided = decisions.doubtful.keys(), set(merged)
    for one in plan.doubtful:
        if one.row not in decided:
            undecided.update(him.id for him in one.known)
    doubted = (him for one in plan.doubtful if one.row in decided for him in one.known)
    known = {him.id: him for him in (*plan.missing, *filter(may_miss, doubted))}
    yield from (known[one] for one in sorted(known) if one not in undecided)
