"""Taking a list of delegates into a meeting."""

import secrets
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from checkin.domain.clock import Clock, to_ms
from checkin.domain.delegate import Delegate
from checkin.domain.facts import BadgeIssued, DelegateRegistered, Fact, ListImported
from checkin.domain.identifier import uuid7_series
from checkin.domain.list_plan import ListPlan, plan
from checkin.domain.listing import DelegateList
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import NOTHING, Change, Outcome, Progress
from checkin.domain.refused import Refused
from checkin.services.issuing import Issuer
from checkin.store.meeting_file import MeetingFile

Told = Callable[[int, int], object]
_PART = 250  # people read in a breath


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list; with `dry_run`, what would come of it."""

    listed: DelegateList
    plan: ListPlan

    @classmethod
    def of(cls, listed: DelegateList, plan: ListPlan) -> "Imported":
        """The list with what comparing it with the meeting has to warn of as well."""
        warnings = sorted((*listed.warnings, *plan.warnings), key=lambda problem: problem.row)
        return cls(replace(listed, warnings=tuple(warnings)), plan)


class Lists:
    """Lists of delegates, read from files and applied in one transaction."""

    def __init__(self, file: MeetingFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def read(
        self,
        path: Path,
        sheet: str | None = None,
        encoding: str | None = None,
        mapping: Mapping[str, str] | None = None,
        told: Told = lambda *_: None,
        *,
        hidden: bool = False,
        header_row: int | None = None,
        nameless: bool = False,
    ) -> DelegateList:
        """Reads a list without applying it; raises Refused where it cannot be read.

        It asks the meeting file nothing, so it may be done beside it; `told` hears how many rows
        are read, and may raise to end it.
        """
        from checkin.documents.lists.reading import read_list

        if _is_same(path, self._file.path):  # to read and close it would drop our lock on it
            why = "it is the meeting file itself"
            raise Refused("unreadable_list", path=str(path), why=why)
        return read_list(
            path,
            sheet=sheet,
            encoding=encoding,
            mapping=mapping or {},
            hidden=hidden,
            header_row=header_row,
            nameless=nameless,
            told=told,
        )

    def everybody(self, operator: Operator) -> list[Delegate]:
        """Everybody on the list, withdrawn ones too, in the order they came onto it."""
        operator.require(Action.LIST_DELEGATES)
        return self._file.delegates.all()

    def preview(self, listed: DelegateList) -> Imported:
        """What applying a list would do."""
        return Imported.of(listed, plan(listed.people, self._file.delegates.all()))

    def known(self) -> Iterator[list[Delegate]]:
        """Everybody the file knows, in parts: what `domain.list_plan.plan` needs beside a list."""
        return self._file.delegates.in_parts(_PART)

    def apply(self, listed: DelegateList, operator: Operator) -> Outcome[Imported]:
        """Adds the people who are not there yet, each with a badge; all of them or nobody."""
        imported = self.preview(listed)
        for _ in self.apply_in_steps(imported, operator):
            pass
        return Outcome(imported, Change(everything=True) if imported.plan.new else NOTHING)

    def apply_in_steps(
        self, imported: Imported, operator: Operator
    ) -> Generator[Progress, None, None]:
        """`apply` for a window: breathes between steps; dropped half-way, nothing stays.

        Where the disk does not take it the writer is opened again at once, if it can be: what
        was too much for a list may do for a scan.
        """
        operator.require(Action.IMPORT)
        total = 1 + 2 * len(imported.plan.new)
        try:
            yield from self._file.record_in_steps(self._facts(imported), operator, total)
        except Refused:
            with suppress(Refused):
                self._file.retry()
            raise

    def _facts(self, imported: Imported) -> Iterator[Fact]:
        now = self._clock()
        ids = uuid7_series(to_ms(now), secrets.token_bytes)
        issuer = Issuer(self._file, now)
        yield _imported(imported)
        for person in imported.plan.new:
            delegate = replace(person.delegate, id=next(ids))
            yield DelegateRegistered(delegate)
            yield BadgeIssued(issuer.issue(delegate.id, person.prefix))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def _imported(imported: Imported) -> ListImported:
    listed = imported.listed
    return ListImported(
        sha256=listed.sha256,
        sheet=listed.sheet,
        header_row=listed.header_row,
        encoding=listed.encoding,
        columns=dict(listed.columns),
        read=listed.read,
        added=len(imported.plan.new),
        unchanged=imported.plan.unchanged,
        refused=len(listed.refused),
    )
