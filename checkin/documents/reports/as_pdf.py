"""The attendance report on paper, drawn on the canvas by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from checkin.documents.paper import colours as paint
from checkin.documents.paper.fitting import Piece
from checkin.documents.paper.pages import MARGIN, Block, Paper
from checkin.documents.paper.rows import Band, cell, row
from checkin.documents.reports.context import ReportContext
from checkin.documents.reports.figures import figures
from checkin.documents.reports.head import Heading, head
from checkin.documents.reports.keys import keys
from checkin.documents.reports.printing import Part, print_parts
from checkin.documents.reports.table import (
    DAYS_UPRIGHT,
    NAME_X,
    delegation_name,
    delegation_row,
    grids,
    kept_together,
    person_cells,
    person_row,
    table,
)
from checkin.domain.attendance import Attendance, Delegation, Person
from checkin.domain.dates import days_in_words, long_day
from checkin.domain.text import clean

_NAME_SHARE = 0.52  # of the width, for names of absentees; the rest is their function's


def write_pdf(file: BinaryIO, attendance: Attendance, context: ReportContext) -> None:
    """Writes the report; the same values give the same bytes."""
    report = _Report(attendance, context, Paper(lying=len(attendance.days) > DAYS_UPRIGHT))
    print_parts(file, (Part(report.heading, report.blocks()),), context, report.paper)


@dataclass(frozen=True, slots=True)
class _Report:
    attendance: Attendance
    context: ReportContext
    paper: Paper

    @property
    def heading(self) -> Heading:
        """Title, days, and how many people and delegations there are."""
        say, days = self.context.wording.say, self.attendance.days
        words = long_day(days[0], self.context.wording) if len(days) == 1 else self._days()
        about = f"{words}   ·   {say('attendance.by_delegation')}"
        listed = say("attendance.people_on_list", count=self.attendance.listed)
        return Heading(say("attendance.title"), about, (listed,))

    def blocks(self) -> Iterator[Block]:
        """Everything, from the head to the last absentee."""
        yield head(self.context, self.heading, self.paper)
        if not self.attendance.listed:
            yield self._line("attendance.nobody_listed")
            return
        yield from figures(self.attendance, self.context.wording, self.paper)
        yield keys(self.attendance, self.context.wording, self.paper)
        for grid in grids(len(self.attendance.days), self.paper):
            yield from table(self.attendance, self.context.wording, grid)
        for day in range(len(self.attendance.days)):
            yield from self._absentees(day)

    def _days(self) -> str:
        return days_in_words(self.attendance.days, self.context.wording)

    def _line(self, key: str) -> Block:
        text = Piece(self.context.wording.say(key), 10, 8)
        return row([cell(MARGIN, text, self.paper.width, paint.LABEL)], Band(2, 2, 0))

    def _absentees(self, day: int) -> Iterator[Block]:
        """A heading that begins every page, then those who did not come, by delegation."""
        title = self._absent_on(day)
        yield replace(title, bound=True)
        absent = [one for one in self.attendance.delegations if one.absentees(day)]
        if not absent:
            yield self._line("attendance.nobody_absent")
        for delegation in absent:
            yield from self._absent(delegation, day, replace(title, bound=False))

    def _absent_on(self, day: int) -> Block:
        words, totals = self.context.wording, self.attendance.totals[day]
        text = words.say("attendance.absentees_on", day=long_day(totals.day, words))
        name = Piece(text, 13, 9, bold=True)
        count = Piece(str(totals.missing), 13, 9, bold=True)
        cells = (
            cell(MARGIN, name, self.paper.width - 20, paint.INK),
            cell(MARGIN + self.paper.width - 18, count, 18, paint.INK, "trail"),
        )
        return row(cells, Band(7, 1, 0))

    def _absent(self, delegation: Delegation, day: int, title: Block) -> Iterator[Block]:
        running = (title, self._absent_head(delegation, again=True))
        yield replace(self._absent_head(delegation), running=(title,))
        people = delegation.absentees(day)
        rows = [replace(self._absentee(person), running=running) for person in people]
        yield from kept_together(rows)

    def _absent_head(self, delegation: Delegation, again: bool = False) -> Block:
        name = delegation_name(delegation, self.context.wording, again)
        piece = Piece(name, 10.5, 9, bold=True)
        return delegation_row(
            [cell(MARGIN + 1, piece, self.paper.width - 2, paint.INK)], self.paper
        )

    def _absentee(self, person: Person) -> Block:
        names = self.paper.width * _NAME_SHARE
        function_x = NAME_X + names + 2
        width = MARGIN + self.paper.width - function_x
        cells = [person_cells(person, self.context.wording, NAME_X, names)]
        function = clean(person.delegate.function)
        if function:
            piece = Piece(function, 8.5, 7, lines=2)
            cells.append(cell(function_x, piece, width, paint.LABEL))
        return person_row(person, cells, self.paper)
