"""Printing badges, and reading codes back from pictures."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

from checkin.domain.badge import Badge, BadgeKind, split_number
from checkin.domain.badge_face import BadgeFace, BadgeHead, BadgePlace, BadgeWarning
from checkin.domain.clock import Clock
from checkin.domain.dates import place_and_days
from checkin.domain.delegate import Delegate
from checkin.domain.facts import BadgeIssued, BadgePrinted, BadgeReinstated, BadgeVoided
from checkin.domain.found_code import FoundCode
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Change, Outcome, Progress
from checkin.domain.refused import Refused
from checkin.domain.text import clean
from checkin.domain.wording import Wording
from checkin.services import badge_paper
from checkin.services import badges_at_the_desk as at_the_desk
from checkin.services.badge_faces import (
    BadgeLine,
    BadgeStanding,
    asked_for,
    face,
    line,
    prefix,
    printable,
    spare_face,
)
from checkin.services.badge_order import BadgeOrder, ordered
from checkin.services.badge_paper import SavedPaper
from checkin.services.badges_at_the_desk import HandedOver
from checkin.services.issuing import Issuer
from checkin.services.issuing import prefix as prefix_of
from checkin.services.words import wording
from checkin.store.badges import HeldBadge
from checkin.store.meeting_file import MeetingFile

__all__ = [
    "BadgeChoice",
    "BadgeCounts",
    "BadgeJob",
    "BadgeLine",
    "BadgeStanding",
    "Badges",
    "HandedOver",
    "MadeBadges",
    "Printed",
    "SavedPaper",
    "make",
    "read_codes",
]

Told = Callable[[int, int], object]
_FEW = 20  # badges that are read one by one


@dataclass(frozen=True, slots=True)
class BadgeChoice:
    """Which badges, and on what: `sheet` "" is one a page, `start` the first free place (1).

    `tokens` are the badges that were ticked one by one; None is all that fit the rest. `spares`
    is a number of new blank badges, and these alone.
    """

    layout: str = "a6"
    sheet: str = ""
    start: int = 1
    only_unprinted: bool = False
    countries: frozenset[str] = frozenset()
    language: str = "en"
    order: BadgeOrder = BadgeOrder.DELEGATION
    tokens: frozenset[str] | None = None
    spares: int | None = None


@dataclass(frozen=True, slots=True)
class BadgeCounts:
    """How many badges of people who are expected are on paper, and how many are not."""

    printed: int
    unprinted: int
    outdated: int

    @property
    def everybody(self) -> int:
        """All of them."""
        return self.printed + self.unprinted + self.outdated


@dataclass(frozen=True, slots=True)
class Printed:
    """How many badges went on how many pages, and what somebody should look at."""

    badges: int
    pages: int
    warnings: tuple[BadgeWarning, ...]


@dataclass(frozen=True, slots=True)
class BadgeJob:
    """All that a PDF of badges is made of, read at one moment; nothing of it changes any more.

    `spares` are the new blank badges among them, which exist once they count as printed.
    """

    faces: tuple[BadgeFace, ...]
    head: BadgeHead
    wording: Wording
    layout: str
    sheet: str
    start: int
    spares: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeBadges:
    """The PDF of a job, and where on it everybody's badge stands."""

    pdf: bytes
    printed: Printed
    places: tuple[BadgePlace, ...]


class Badges:
    """The badges of a meeting."""

    def __init__(self, file: MeetingFile, clock: Clock) -> None:
        self._file, self._clock = file, clock

    def all(self, operator: Operator) -> list[tuple[Badge, Delegate | None]]:
        """Who holds which badge, by number; organisers only."""
        operator.require(Action.LIST_TOKENS)
        return [(held.badge, held.holder) for held in self._file.badges.all()]

    def lines(self, operator: Operator, language: str) -> tuple[BadgeLine, ...]:
        """Every badge that can be printed, in the order in which badges are handed out."""
        operator.require(Action.PRINT_BADGES)
        from checkin.documents.countries import shown

        held = [one for one in self._file.badges.all() if printable(one)]
        return tuple(
            line(one.badge, holder, shown(holder.delegation, holder.country, language))
            for one in ordered(held, BadgeOrder.DELEGATION)
            if (holder := one.holder)
        )

    def counts(self) -> BadgeCounts:
        """How many badges are on paper and how many are not."""
        found = self._file.badges.standing()
        unprinted = found.get((False, False), 0)
        return BadgeCounts(found.get((True, False), 0), unprinted, found.get((True, True), 0))

    def preflight(self, choice: BadgeChoice, operator: Operator) -> Printed:
        """What printing would give, without a file; nothing counts as printed."""
        job = self.prepare(choice, operator)
        from checkin.documents.badges.printing import preflight

        made = preflight(job.faces, job.wording, job.layout, job.sheet, job.start)
        return Printed(made.badges, made.pages, made.warnings)

    def save(self, to: Path, choice: BadgeChoice, operator: Operator) -> Outcome[Printed]:
        """Writes the badges' PDF; once it is on disk they count as printed, or it goes again."""
        operator.require(Action.PRINT_BADGES)
        badge_paper.may_hold(to, self._file.path)
        job = self.prepare(choice, operator)
        made = make(job)
        paper = self.write(made.pdf, to)
        try:
            return Outcome(made.printed, self.printed(job, operator).change)
        except Refused as refused:
            raise self.not_counted(paper, refused) from refused

    def prepare(self, choice: BadgeChoice, operator: Operator) -> BadgeJob:
        """Reads all that the PDF needs; raises Refused `no_badges` or `too_many_spares`."""
        operator.require(Action.PRINT_BADGES)
        words = wording(choice.language)
        spares: tuple[Badge, ...] = ()
        if choice.spares is None:
            faces = [face(one, words) for one in self._chosen(choice)]
        else:
            spares = at_the_desk.spares(self._file, self._clock(), choice.spares)
            faces = [spare_face(one) for one in spares]
        head, paper = self._head(choice.language), (choice.layout, choice.sheet, choice.start)
        return BadgeJob(tuple(faces), head, words, *paper, spares)

    def write(self, pdf: bytes, to: Path) -> SavedPaper:
        """Puts a PDF on the disk, whole or not at all; may be asked beside the window."""
        return badge_paper.save(pdf, to, self._file.path)

    def not_counted(self, paper: SavedPaper, refused: Refused) -> Refused:
        """Takes a saved PDF away again whose badges could not be recorded as printed.

        What is to be said then: `refused` itself, or `paper_stands` where the PDF took an older
        file's place, or nobody can tell whether its badges count.
        """
        if not self._file.in_doubt and paper.take_away():
            return refused
        return Refused("paper_stands", path=str(paper.path))

    def printed(self, job: BadgeJob, operator: Operator) -> Outcome[int]:
        """The PDF was saved, or the print system accepted it: its badges count as printed."""
        current = self.still_right(job)
        for _ in self.printed_in_steps(job, current, operator):
            pass
        moved = frozenset(one.token for one in current)
        return Outcome(len(current), Change(badges=moved))

    def still_right(self, job: BadgeJob) -> tuple[BadgeFace, ...]:
        """The badges of a job that would be printed the same way now.

        What was changed or voided since the job was prepared is on paper as it was before, and
        does not count as printed; nor does a blank badge whose number was given meanwhile.
        """
        if job.spares:
            taken = frozenset(self._file.badges.numbers())
            return tuple(one for one in job.faces if one.number not in taken)
        if job.head != self._head(job.wording.language):
            return ()
        held = [one for one in self._file.badges.all() if printable(one)]
        now = {one.badge.token: face(one, job.wording) for one in held}
        return tuple(one for one in job.faces if now.get(one.token) == one)

    def printed_in_steps(
        self, job: BadgeJob, faces: Sequence[BadgeFace], operator: Operator
    ) -> Iterator[Progress]:
        """`printed` for a window: breathes between steps; dropped half-way, nothing stays.

        `faces` are those of the job that are still right.
        """
        operator.require(Action.PRINT_BADGES)
        tokens = {one.token for one in faces}
        issued = [BadgeIssued(one) for one in job.spares if one.token in tokens]
        facts = [*issued, *(BadgePrinted(one.token, one.delegate_id or None) for one in faces)]
        if facts:
            yield from self._file.record_in_steps(facts, operator)

    def reissue(self, token: str, reason: str, operator: Operator) -> Outcome[Badge]:
        """Voids somebody's badge for a reason and issues the next; both in one record.

        Raises Refused `no_such_badge` or `reason_needed`.
        """
        operator.require(Action.PRINT_BADGES)
        held, why = self._file.badges.holder(token), clean(reason)
        if held is None or held.holder is None or not held.badge.valid:
            raise Refused("no_such_badge")
        if not why:
            raise Refused("reason_needed", number=held.badge.number)
        before, person = held.badge, held.holder.id
        own = before.kind is BadgeKind.PERSONAL
        begins = split_number(before.number)[0] if own else prefix_of(held.holder)
        badge = Issuer(self._file, self._clock()).issue(person, begins)
        self._file.record([BadgeVoided(token, person, why), BadgeIssued(badge)], operator)
        undo = (BadgeVoided(badge.token, person), BadgeReinstated(token, person))
        change = Change(frozenset((person,)), frozenset((token, badge.token)))
        return Outcome(badge, change, undo)

    def day_badge(self, delegate_id: str, day: date, operator: Operator) -> Outcome[Badge]:
        """A badge for somebody who forgot it, good for one day; the real one stays valid.

        Raises Refused `no_such_delegate`, `not_expected` or `not_a_meeting_day`.
        """
        operator.require(Action.RECEIVE)
        return at_the_desk.for_a_day(self._file, self._clock(), delegate_id, day, operator)

    def hand_over(
        self, tokens: Iterable[str], collected_by: str, operator: Operator
    ) -> Outcome[HandedOver]:
        """Badges are given out, on any day; that is no arrival. `collected_by` "" is the holder.

        Raises Refused("not_to_hand_over") and gives out none where one is nobody's or void.
        """
        operator.require(Action.RECEIVE)
        return at_the_desk.hand_over(self._file, tokens, clean(collected_by), operator)

    def collected_by(self, badge: Badge) -> str:
        """Who took a badge for its holder; "" for the holder, or where it was not given out."""
        return self._file.badges.collected_by(badge)

    def handed_over(self) -> tuple[int, int]:
        """How many badges of people who are expected were given out, and how many there are."""
        return self._file.badges.handed_over()

    def _chosen(self, choice: BadgeChoice) -> list[HeldBadge]:
        held = [one for one in self._held(choice.tokens) if _wanted(one, choice)]
        if not held:
            raise Refused("no_badges")
        return ordered(held, choice.order)

    def _held(self, tokens: frozenset[str] | None) -> list[HeldBadge]:
        """A few badges by their key, else all."""
        if tokens is None or len(tokens) > _FEW:
            return self._file.badges.all()
        return [one for one in map(self._file.badges.holder, tokens) if one]

    def _head(self, language: str) -> BadgeHead:
        meeting = self._file.meeting
        where = place_and_days(meeting.place, meeting.days, wording(language))
        emblem = self._file.picture(meeting.emblem)
        return BadgeHead(meeting.title(language), (where,), emblem)


def _silent(_done: int, _total: int) -> None:
    """Nobody waits to hear how far it is."""


def make(job: BadgeJob, told: Told = _silent) -> MadeBadges:
    """Makes the PDF of a job; every code is read back before it is drawn.

    It touches no meeting file, so it may be made beside the window; `told` hears how far it is.
    """
    from checkin.documents.badges import printing

    file = BytesIO()
    made = printing.make(
        file, job.faces, job.head, job.wording, job.layout, job.sheet, job.start, told
    )
    printed = Printed(made.badges, made.pages, made.warnings)
    return MadeBadges(file.getvalue(), printed, made.places)


def read_codes(paths: Sequence[Path]) -> list[FoundCode]:
    """The QR codes found in pictures and PDFs; raises Refused for a file that is neither."""
    from checkin.documents.pictures import read_codes as read

    return [code for path in paths for code in read(path)]


def _wanted(held: HeldBadge, choice: BadgeChoice) -> bool:
    ticked = choice.tokens is not None and held.badge.token in choice.tokens
    if not printable(held) or (asked_for(held) and not ticked):
        return False
    if choice.only_unprinted and held.badge.printed_at:
        return False
    if choice.tokens is not None and not ticked:
        return False
    return not choice.countries or prefix(held.badge) in choice.countries
