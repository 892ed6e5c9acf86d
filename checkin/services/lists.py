"""Taking a list of delegates into a meeting: read, compared, settled, applied as one act."""

import secrets
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.domain.clock import Clock, to_ms
from checkin.domain.delegate import Delegate
from checkin.domain.facts import (
    BadgeIssued,
    DelegateMissing,
    DelegateNamed,
    DelegateRegistered,
    DelegateReopened,
    DelegateUpdated,
    Fact,
    ListImported,
)
from checkin.domain.identifier import uuid7, uuid7_series
from checkin.domain.list_decisions import UNDECIDED, Decisions, Settled, settle
from checkin.domain.list_plan import ChangedPerson, ListPlan, plan
from checkin.domain.listing import AS_IT_IS, DelegateList, ListOptions
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import NOTHING, Change, Outcome, Progress, done_at_once
from checkin.domain.refused import Refused
from checkin.services.issuing import Issuer
from checkin.services.list_files import Glimpsed, Told, read, save_left_out
from checkin.services.writing import uncollected
from checkin.store import journal
from checkin.store.meeting_file import MeetingFile

if TYPE_CHECKING:
    from checkin.services.lists_taken_back import PastImport, TakenBack

Stand = tuple[tuple[str, int], ...]
MANY = 5000  # rows that are not taken in unasked while a meeting day is open
_PART = 250  # people read in a breath
# how the kinds of facts begin that a comparison rests on
_OF_PEOPLE = ("Delegate", "List", "Registration")


@dataclass(frozen=True, slots=True)
class Imported:
    """A list compared with a meeting, and what is decided: what would come of it, or came of it.

    `act` is the id under which it can be taken back once it is applied, `stand` how far the
    journal went when it was compared; `settled` is what is written as it is decided now.
    """

    listed: DelegateList
    plan: ListPlan
    settled: Settled
    act: str = ""
    stand: Stand = ()
    decisions: Decisions = UNDECIDED

    @property
    def writes(self) -> bool:
        """Whether applying it would do anything to anybody."""
        return self.settled.facts > 0

    def decided(self, decisions: Decisions) -> "Imported":
        """The same with other decisions; raises Refused for such as do not fit."""
        if decisions == self.decisions:
            return self
        return replace(self, decisions=decisions, settled=settle(self.plan, decisions))


class Lists:
    """Lists of delegates, read from files and applied in one transaction."""

    def __init__(self, file: MeetingFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def read(
        self,
        path: Path,
        options: ListOptions = AS_IT_IS,
        told: Told = lambda *_: None,
        glimpsed: Glimpsed = lambda _: None,
    ) -> DelegateList:
        """Reads a list without applying it; raises Refused where it cannot be read.

        It asks the meeting file nothing, so it may be done beside it; `told` hears how many rows
        are read, and may raise to end it; `glimpsed` sees the beginning of a long list at once.
        """
        with uncollected():
            return read(path, self._file.path, options, told, glimpsed)

    def save_left_out(self, path: Path, of: Path, listed: DelegateList, language: str) -> None:
        """Writes the refused rows of a list as XLSX, each with its reason; raises Refused.

        `of` is the list's own file, which is never replaced.
        """
        save_left_out(path, self._file.path, of, listed, language)

    def prepare_reading(self) -> None:
        """For a window that will ask for a list: the first preview comes sooner."""
        from checkin.documents.lists.source import prepare_reading

        prepare_reading()

    def everybody(self, operator: Operator) -> list[Delegate]:
        """Everybody on the list, withdrawn ones too, in the order they came onto it."""
        operator.require(Action.LIST_DELEGATES)
        return self._file.delegates.all()

    def stand(self) -> Stand:
        """How far the journal goes now: taken before `known`, given to `compared`."""
        return journal.stand(self._file.connection)

    def known(self) -> Iterator[list[Delegate]]:
        """Everybody the file knows, in parts: what `domain.list_plan.plan` needs beside a list."""
        return map(_as_called_now, self._file.delegates.in_parts(_PART))

    def compared(self, listed: DelegateList, planned: ListPlan, stand: Stand) -> Imported:
        """A list with its plan, made elsewhere of `known`, and what that has to warn of as well."""
        warnings = sorted((*listed.warnings, *planned.warnings), key=lambda problem: problem.row)
        act = uuid7(to_ms(self._clock()), secrets.token_bytes(10))
        listed = replace(listed, warnings=tuple(warnings))
        return Imported(listed, planned, settle(planned), act, stand)

    def preview(self, listed: DelegateList, told: Told = lambda *_: None) -> Imported:
        """What applying a list would do, where nothing is decided; `told` may raise to end it."""
        stand, known = self.stand(), _as_called_now(self._file.delegates.all())
        return self.compared(listed, plan(listed.people, known, listed.columns, told), stand)

    def asks_first(self, listed: DelegateList) -> bool:
        """Whether a list is so long that it is applied on an open meeting day only if confirmed."""
        return listed.read > MANY and self._file.meeting.day_of(self._clock()) is not None

    def apply(
        self,
        listed: DelegateList,
        operator: Operator,
        decisions: Decisions = UNDECIDED,
        confirmed: bool = False,
    ) -> Outcome[Imported]:
        """Compares a list and applies it, all of it or nothing; raises Refused."""
        imported = self.preview(listed).decided(decisions)
        for _ in self.apply_in_steps(imported, operator, confirmed):
            pass
        return Outcome(imported, Change(everything=True) if imported.settled.facts else NOTHING)

    def apply_in_steps(
        self, imported: Imported, operator: Operator, confirmed: bool = False
    ) -> Generator[Progress, None, None]:
        """`apply` for a window: breathes between steps; dropped half-way, nothing stays.

        Refused("list_plan_outdated") where people were changed since it was compared: arrivals
        alone do not matter. Where the disk does not take it the writer is opened again at once, if
        it can be: what was too much for a list may do for a scan.
        """
        operator.require(Action.IMPORT)
        if not confirmed and self.asks_first(imported.listed):
            raise Refused("list_over_open_day", rows=imported.listed.read)
        since = journal.kinds_since(self._file.connection, imported.stand)
        if any(kind.startswith(_OF_PEOPLE) for kind in since):
            raise Refused("list_plan_outdated")
        facts = self._facts(imported, imported.settled)
        yield from _recorded(self._file, facts, operator, 1 + imported.settled.facts)

    def imports(self, operator: Operator) -> "list[PastImport]":
        """The lists that were applied, the newest first."""
        operator.require(Action.IMPORT)
        from checkin.services.lists_taken_back import past_imports

        return past_imports(self._file)

    def is_import(self, act: str, operator: Operator) -> bool:
        """Whether a list was applied under this id."""
        return any(one.act == act for one in self.imports(operator))

    def take_back(self, act: str, operator: Operator, reason: str = "") -> "Outcome[TakenBack]":
        """Takes a whole import back: the newest that stands. Raises Refused for another."""
        value = done_at_once(self.take_back_in_steps(act, operator, reason))
        return Outcome(value, Change(everything=True))

    def take_back_in_steps(
        self, act: str, operator: Operator, reason: str = ""
    ) -> "Generator[Progress, None, TakenBack]":
        """`take_back` for a window: weighed, then written as one; dropped, nothing stays.

        How much there is to do is known only once the import is found: `total` is 0 before.
        """
        operator.require(Action.IMPORT)
        return self._taken_back(act, operator, reason)

    def _taken_back(
        self, act: str, operator: Operator, reason: str
    ) -> "Generator[Progress, None, TakenBack]":
        from checkin.services.lists_taken_back import weighed

        value, facts, before = yield from weighed(self._file, act, reason)
        for step in _recorded(self._file, iter(facts), operator, len(facts)):
            yield Progress(before + step.done, before + step.total)
        return value

    def _facts(self, imported: Imported, settled: Settled) -> Iterator[Fact]:
        now = self._clock()
        yield _imported(imported, settled)
        if settled.added:
            ids = uuid7_series(to_ms(now), secrets.token_bytes)
            issuer = Issuer(self._file, now)
            for person in settled.added:
                delegate = person.delegate.with_id(next(ids))
                yield DelegateRegistered(delegate)
                yield BadgeIssued(issuer.issue(delegate.id, person.prefix))
        yield from map(_updated, settled.changed)
        yield from (DelegateReopened(one.id) for one in settled.reopened)
        yield from (DelegateNamed(one.id, missing=one.missing) for one in settled.named)
        yield from (DelegateMissing(one.id) for one in settled.newly_missing)


def _as_called_now(people: list[Delegate]) -> list[Delegate]:
    """People with the names of their states as a list brings them: an older file has others."""
    from checkin.documents.countries import called_now

    now = ((one, called_now(one.delegation, one.country)) for one in people)
    return [one if name == one.delegation else replace(one, delegation=name) for one, name in now]


def _recorded(
    file: MeetingFile, facts: Iterator[Fact], operator: Operator, total: int
) -> Generator[Progress, None, None]:
    try:
        with uncollected():
            yield from file.record_in_steps(facts, operator, total)
    except Refused:
        with suppress(Refused):
            file.retry()
        raise


def _updated(changed: ChangedPerson) -> DelegateUpdated:
    fields = changed.fields
    return DelegateUpdated(
        changed.known.id,
        fields={name: one.new for name, one in fields.items()},
        before={name: one.old for name, one in fields.items()},
        mended_before=tuple(name for name, one in fields.items() if one.by_hand),
    )


def _imported(imported: Imported, settled: Settled) -> ListImported:
    listed = imported.listed
    return ListImported(
        sha256=listed.sha256,
        sheet=listed.sheet,
        header_row=listed.header_row,
        encoding=listed.encoding,
        columns=dict(listed.columns),
        read=listed.read,
        added=len(settled.added),
        unchanged=imported.plan.unchanged,
        refused=len(listed.refused),
        changed=len(settled.changed),
        missing=len(settled.missing),
        act=imported.act,
        facts=settled.facts,
    )
