"""A whole import taken back: by facts, as everything is, and never over what people did since."""

from collections.abc import Callable, Collection, Iterator, Mapping
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
    DelegateUpdated,
    DelegateWithdrawn,
    Fact,
    ListWithdrawn,
)
from checkin.domain.refused import Refused
from checkin.domain.text import clean
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


def taking_back(file: MeetingFile, act: str, reason: str) -> tuple[TakenBack, list[Fact]]:
    """What taking an import back comes to, and the facts of it; raises Refused."""
    acts = Acts(file.connection)
    done = acts.facts(_standing(acts.lists(), clean(act)))
    ids = {fact.subject for fact in done if fact.subject}
    people = {one.id: one for one in file.delegates.of(ids)}
    scales = _Scales(people, file.arrivals.arrived(ids), clean(reason))
    facts = [fact for one in done for fact in scales.undo(one)]
    value = TakenBack(
        act=clean(act),
        withdrawn=sum(isinstance(one, DelegateWithdrawn) for one in facts),
        changed_back=sum(isinstance(one, DelegateUpdated) for one in facts),
        marks=sum(isinstance(one, DelegateNamed) for one in facts) + scales.marked_again,
        left=tuple(scales.left),
    )
    return value, [ListWithdrawn(value.act, clean(reason)), *facts]


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
    """Weighs each fact of an import against what is there now."""

    def __init__(
        self, people: Mapping[str, Delegate], arrived: Collection[str], reason: str
    ) -> None:
        self._people, self._arrived, self._reason = people, arrived, reason
        self.left: list[LeftAsIs] = []
        self.marked_again = 0
        self._ways: dict[type[Fact], Callable[[Any, Delegate], Iterator[Fact]]] = {
            DelegateRegistered: self._take_off,
            DelegateReopened: self._take_off,
            DelegateUpdated: self._change_back,
            DelegateNamed: self._mark_again,
            DelegateMissing: self._unmark,
        }

    def undo(self, fact: Fact) -> Iterator[Fact]:
        """The facts that take one of an import back, as far as that can be."""
        way, person = self._ways.get(type(fact)), self._people.get(fact.subject or "")
        if way and person:
            yield from way(fact, person)

    def _take_off(self, _: Fact, person: Delegate) -> Iterator[Fact]:
        """Off the list, and marked: a later list that names the person expects him or her again."""
        if person.status is Status.WITHDRAWN:
            return
        if person.id in self._arrived:
            self.left.append(LeftAsIs(person.id, person.name, "arrived_since"))
            return
        yield DelegateWithdrawn(person.id, self._reason)
        yield DelegateMissing(person.id)

    def _change_back(self, fact: DelegateUpdated, person: Delegate) -> Iterator[Fact]:
        same = {name for name, value in fact.fields.items() if person.text(name) == value}
        if same != fact.fields.keys():
            self.left.append(LeftAsIs(person.id, person.name, "changed_since"))
        if same:
            yield DelegateUpdated(
                person.id,
                fields={name: fact.before[name] for name in sorted(same)},
                before={name: fact.fields[name] for name in sorted(same)},
                mended=tuple(sorted(same & set(fact.mended_before))),
            )

    def _mark_again(self, fact: DelegateNamed, person: Delegate) -> Iterator[Fact]:
        if fact.missing and not person.missing and person.status is Status.LISTED:
            self.marked_again += 1
            yield DelegateMissing(person.id)

    def _unmark(self, _: Fact, person: Delegate) -> Iterator[Fact]:
        if person.missing and person.status is Status.LISTED:
            yield DelegateNamed(person.id, missing=True)
