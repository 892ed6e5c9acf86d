"""What people decide about a list before it is taken in, one click at a time."""

from collections.abc import Mapping
from dataclasses import replace

from checkin.domain.list_decisions import NEW, SKIP, UNDECIDED, Decisions
from checkin.domain.list_plan import ChangedPerson, Doubtful, ListPlan
from checkin.domain.listing import DelegateList


def choices_of(doubt: Doubtful) -> tuple[str, ...]:
    """What a doubtful row may be: a new person, each of those it may be about, or left."""
    return NEW, *(one.id for one in doubt.known), SKIP


def next_choice(decisions: Decisions, doubt: Doubtful) -> Decisions:
    """The choice after the one that stands; nobody known is chosen for two rows."""
    others = {what for row, what in decisions.doubtful.items() if row != doubt.row}
    choices = [one for one in choices_of(doubt) if one in (NEW, SKIP) or one not in others]
    now = choices.index(decisions.doubtful.get(doubt.row, NEW))
    chosen = {**decisions.doubtful, doubt.row: choices[(now + 1) % len(choices)]}
    return replace(decisions, doubtful=chosen)


def is_ours(decisions: Decisions, changed: ChangedPerson, field: str) -> bool:
    """Whether a field stays as it is."""
    place = changed.row, field
    if changed.fields[field].by_hand:
        return place not in decisions.over_hand
    return place in decisions.ours


def other_field(decisions: Decisions, changed: ChangedPerson, field: str) -> Decisions:
    """Keeps ours where theirs was taken, and the other way round."""
    place = frozenset(((changed.row, field),))
    if changed.fields[field].by_hand:
        return replace(decisions, over_hand=decisions.over_hand ^ place)
    return replace(decisions, ours=decisions.ours ^ place)


def skipped(decisions: Decisions) -> int:
    """How many doubtful rows are left out on purpose."""
    return sum(what == SKIP for what in decisions.doubtful.values())


def rows_of(listed: DelegateList) -> tuple[str, str, int]:
    """What decides which row is whose: the file, its sheet, where its header stands."""
    return listed.sha256, listed.sheet, listed.header_row


def still_fit(decisions: Decisions, plan: ListPlan) -> Decisions:
    """The decisions that a plan made anew still has rows for."""
    doubts: Mapping[int, Doubtful] = {one.row: one for one in plan.doubtful}
    moved = {(one.row, field) for one in plan.changed for field in one.fields}
    if decisions == UNDECIDED:
        return decisions
    return replace(
        decisions,
        doubtful={
            row: what
            for row, what in decisions.doubtful.items()
            if row in doubts and what in choices_of(doubts[row])
        },
        left=decisions.left & {one.row for one in plan.new},
        over_hand=decisions.over_hand & moved,
        ours=decisions.ours & moved,
    )
