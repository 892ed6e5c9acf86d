"""A whole import taken back: by facts, as everything is, and never over what people did since."""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checkin.domain.clock import from_ms
from checkin.domain.delegate import Delegate, Status
from checkin.domain.facts import (
    DelegateMissing,
    DelegateNamed,
    DelegateRegistered,
    DelegateReopened,
    DelegateUnnamed,
    DelegateUpdated,
    DelegateWithdrawn,
    Fact,
    ListWithdrawn,
)
from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.domain.text import clean
from checkin.store import journal
from checkin.store.acts import Acts, ListAct
from checkin.store.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class PastImport:
    """A list that was applied; `act` is what it is taken back by."""

    act: str
    at: datetime
    operator: str
    added: int
    changed: int
    missing: int
    taken_back: bool


@dataclass(frozen=True, slots=True)
class LeftAsIs:
    """What could not be taken back of somebody; `code` is worded under `[left]`."""

    delegate_id: str
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What came of it: people taken off again, people changed back, marks set right, what stays."""

    act: str
    withdrawn: int
    changed_back: int
    marks: int
    left: tuple[LeftAsIs, ...]


def past_imports(file: MeetingFile) -> list[PastImport]:
    """The lists that were applied, the newest first."""
    return [
        PastImport(
            act=one.imported.act,
            at=from_ms(one.at),
            operator=one.operator,
            added=one.imported.added,
            changed=one.imported.changed,
            missing=one.imported.missing,
            taken_back=one.taken_back,
        )
        for one in reversed(Acts(file.connection).lists())
    ]


Weighed = tuple[TakenBack, list[Fact], int]
"""What taking an import back comes to, the facts of it, and how many facts were weighed."""


def weighed(file: MeetingFile, act: str, reason: str) -> Generator[Progress, None, Weighed]:
    """Weighs what an import did; breathes between steps, and writes nothing. Raises Refused."""
    act, reason, acts = clean(act), clean(reason), Acts(file.connection)
    before = journal.stand(file.connection)
    yield Progress(0, 0)
    found = yield from _found(acts, act)
    scales = _Scales(file.arrivals.arrived(), reason)
    facts: list[Fact] = [ListWithdrawn(act, reason)]
    yield Progress(0, 2 * found.imported.facts)
    for done, part in acts.facts(found):
        facts += scales.weigh(part, file.delegates.of({one.subject or "" for one in part}))
        yield Progress(done, 2 * found.imported.facts)
    if journal.stand(file.connection) != before:
        raise Refused("file_busy")
    return scales.result(act), facts, found.imported.facts


def _found(acts: Acts, act: str) -> Generator[Progress, None, ListAct]:
    steps = acts.lists_in_steps()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return _standing(end.value, act)
        yield Progress(0, 0)


def _standing(lists: list[ListAct], act: str) -> ListAct:
    """The import of this id, if nothing of a later one rests on it."""
    found = next((one for one in lists if one.imported.act == act), None)
    if found is None:
        raise Refused("no_such_import", act=act)
    if found.taken_back:
        raise Refused("import_already_undone", act=act)
    newest = [one for one in lists if not one.taken_back][-1]
    if newest is not found:
        raise Refused("newer_import", act=act, newer=newest.imported.act)
    return found


class _Scales:
    """Weighs the facts of an import against what is there now."""

    def __init__(self, arrived: Collection[str], reason: str) -> None:
        self._arrived, self._reason = arrived, reason
        self._left: dict[LeftAsIs, None] = {}
        self._done: Counter[str] = Counter()
        self._ways: dict[type[Fact], Callable[[Any, Delegate], Iterator[Fact]]] = {
            DelegateRegistered: self._take_off,
            DelegateReopened: self._take_off,
            DelegateUpdated: self._change_back,
            DelegateNamed: self._mark_again,
            DelegateMissing: self._unmark,
        }

    def weigh(self, facts: Iterable[Fact], people: Iterable[Delegate]) -> list[Fact]:
        """The facts that take some of an import back, as far as that can be."""
        by_id = {one.id: one for one in people}
        return [undo for fact in facts for undo in self._undo(fact, by_id.get(fact.subject or ""))]

    def result(self, act: str) -> TakenBack:
        """What all that was weighed comes to."""
        done = {name: self._done[name] for name in ("withdrawn", "changed_back", "marks")}
        return TakenBack(act=act, left=tuple(self._left), **done)

    def _undo(self, fact: Fact, person: Delegate | None) -> Iterator[Fact]:
        way = self._ways.get(type(fact))
        if way and person:
            yield from way(fact, person)

    def _leave(self, person: Delegate, code: str) -> None:
        self._left[LeftAsIs(person.id, person.name, code)] = None

    def _take_off(self, _: Fact, person: Delegate) -> Iterator[Fact]:
        """Off the list, and marked: a later list that names the person expects him or her again."""
        if person.status is Status.WITHDRAWN:
            return
        if person.id in self._arrived:
            self._leave(person, "arrived_since")
        elif person.mended:
            self._leave(person, "changed_since")
        else:
            self._done["withdrawn"] += 1
            yield DelegateWithdrawn(person.id, self._reason)
            yield DelegateMissing(person.id)

    def _change_back(self, fact: DelegateUpdated, person: Delegate) -> Iterator[Fact]:
        same = {name for name, value in fact.fields.items() if person.text(name) == value}
        if same != fact.fields.keys():
            self._leave(person, "changed_since")
        if same:
            self._done["changed_back"] += 1
            yield DelegateUpdated(
                person.id,
                fields={name: fact.before[name] for name in sorted(same)},
                before={name: fact.fields[name] for name in sorted(same)},
                mended=tuple(sorted(same & set(fact.mended_before))),
            )

    def _mark_again(self, fact: DelegateNamed, person: Delegate) -> Iterator[Fact]:
        if not fact.missing and not person.by_hand:
            self._done["marks"] += 1
            yield DelegateUnnamed(person.id)
        elif fact.missing and not person.missing and person.status is Status.LISTED:
            self._done["marks"] += 1
            yield DelegateMissing(person.id)

    def _unmark(self, _: Fact, person: Delegate) -> Iterator[Fact]:
        if person.missing and person.status is Status.LISTED:
            self._done["marks"] += 1
            yield DelegateNamed(person.id, missing=True)
