"""Printing badges, and reading codes back from pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.badge import UNRESOLVED_PREFIX, Badge
from checkin.domain.badge_face import BadgeFace, BadgeHead, BadgeWarning
from checkin.domain.dates import place_and_days
from checkin.domain.delegate import Delegate, Status
from checkin.domain.facts import BadgePrinted
from checkin.domain.found_code import FoundCode
from checkin.domain.operator import Action, Operator
from checkin.domain.outcome import Change, Outcome
from checkin.domain.refused import Refused
from checkin.domain.text import fold
from checkin.services.words import wording
from checkin.services.writing import whole_file
from checkin.store.badges import HeldBadge
from checkin.store.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class BadgeChoice:
    """Which badges, and on what: `sheet` "" is one a page, `start` the first free place (1)."""

    layout: str = "a6"
    sheet: str = ""
    start: int = 1
    only_unprinted: bool = False
    countries: frozenset[str] = frozenset()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Printed:
    """How many badges went on how many pages, and what somebody should look at."""

    badges: int
    pages: int
    warnings: tuple[BadgeWarning, ...]


class Badges:
    """The badges of a meeting."""

    def __init__(self, file: MeetingFile) -> None:
        self._file = file

    def all(self, operator: Operator) -> list[tuple[Badge, Delegate | None]]:
        """Who holds which badge, by number; organisers only."""
        operator.require(Action.LIST_TOKENS)
        return [(held.badge, held.holder) for held in self._file.badges.all()]

    def preflight(self, choice: BadgeChoice, operator: Operator) -> Printed:
        """What printing would give, without a file; nothing counts as printed."""
        operator.require(Action.PRINT_BADGES)
        from checkin.documents.badges.printing import preflight

        made = preflight(
            self._faces(self._chosen(choice), choice),
            self._head(choice.language),
            wording(choice.language),
            choice.layout,
            choice.sheet,
            choice.start,
        )
        return Printed(made.badges, made.pages, made.warnings)

    def save(self, to: Path, choice: BadgeChoice, operator: Operator) -> Outcome[Printed]:
        """Writes the badges' PDF; once it is on disk they count as printed."""
        operator.require(Action.PRINT_BADGES)
        from checkin.documents.badges.printing import make

        chosen = self._chosen(choice)
        with whole_file(to, self._file.path) as file:
            made = make(
                file,
                self._faces(chosen, choice),
                self._head(choice.language),
                wording(choice.language),
                choice.layout,
                choice.sheet,
                choice.start,
            )
        facts = [BadgePrinted(held.badge.token, held.badge.delegate_id) for held in chosen]
        self._file.record(facts, operator)
        moved = frozenset(held.badge.token for held in chosen)
        return Outcome(Printed(made.badges, made.pages, made.warnings), Change(badges=moved))

    def _chosen(self, choice: BadgeChoice) -> list[HeldBadge]:
        held = [one for one in self._file.badges.all() if _wanted(one, choice)]
        if not held:
            raise Refused("no_badges")
        return sorted(held, key=_order)

    def _faces(self, chosen: Sequence[HeldBadge], choice: BadgeChoice) -> list[BadgeFace]:
        from checkin.documents.countries import shown

        return [
            _face(one.badge, holder, shown(holder.delegation, holder.country, choice.language))
            for one in chosen
            if (holder := one.holder)
        ]

    def _head(self, language: str) -> BadgeHead:
        meeting = self._file.meeting
        where = place_and_days(meeting.place, meeting.days, wording(language))
        emblem = self._file.picture(meeting.emblem)
        return BadgeHead(meeting.title(language), (where,), emblem)


def read_codes(paths: Sequence[Path]) -> list[FoundCode]:
    """The QR codes found in pictures and PDFs; raises Refused for a file that is neither."""
    from checkin.documents.pictures import read_codes as read

    return [code for path in paths for code in read(path)]


def _wanted(held: HeldBadge, choice: BadgeChoice) -> bool:
    holder = held.holder
    if holder is None or holder.status is not Status.LISTED or not held.badge.valid:
        return False
    if choice.only_unprinted and held.badge.printed_at:
        return False
    return not choice.countries or _prefix(held.badge) in choice.countries


def _face(badge: Badge, holder: Delegate, delegation: str) -> BadgeFace:
    prefix = _prefix(badge)
    return BadgeFace(
        delegate_id=holder.id,
        token=badge.token,
        number=badge.number,
        given_names=holder.given_names,
        family_name=holder.family_name,
        name_in_script=holder.name_in_script,
        function=holder.function,
        delegation=delegation,
        code="" if prefix == UNRESOLVED_PREFIX else prefix,
        working_group=holder.working_group,
        capacity=holder.capacity,
    )


def _prefix(badge: Badge) -> str:
    return badge.number.rpartition("-")[0]


def _order(held: HeldBadge) -> tuple[str, int, str, str]:
    """By delegation, head first, then by name: the order in which badges are handed out."""
    holder = held.holder
    if holder is None:
        return "", 0, "", held.badge.number
    delegation = fold(holder.delegation) or "\U0010ffff"
    return delegation, holder.capacity.rank, fold(holder.name), held.badge.number
