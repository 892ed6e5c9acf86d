"""What a list would do to a meeting, before anything is written.

Nobody is taken for somebody else twice, an empty cell erases nothing, and what people wrote by
hand since is shown and left as it is.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.delegate import LISTED, Delegate, Status
from checkin.domain.doubts import Doubts, Why
from checkin.domain.listing import ListedPerson, RowProblem
from checkin.domain.pace import Pace, Told
from checkin.domain.same_person import same_people
from checkin.domain.text import words

_LOOPS = 7  # of a comparison over all rows or everybody, at most
_NAMES = ("family_name", "given_names")
_WHERE = ("delegation", "country")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field is and what the list says; `by_hand`: people wrote what it is by hand."""

    old: str | None
    new: str | None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class ChangedPerson:
    """Somebody known of whom the list says something else, field by field."""

    row: int
    known: Delegate
    fields: dict[str, FieldChange]

    def taken(
        self, over_hand: Collection[tuple[int, str]] = (), ours: Collection[tuple[int, str]] = ()
    ) -> dict[str, FieldChange]:
        """The fields that are written: not those mended by hand, unless (row, field) is chosen,

        and not those of which ours is to stay; a delegation and its country go together.
        """
        kept = {name for name in self.fields if (self.row, name) in ours}
        if (self.row, "delegation") in ours:
            kept.add("country")
        return {
            name: change
            for name, change in self.fields.items()
            if name not in kept and (not change.by_hand or (self.row, name) in over_hand)
        }


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row that may be about somebody known: both are shown, and nobody is merged unasked.

    `why` is one of `domain.doubts.Why`, worded under `[row]`.
    """

    row: int
    listed: ListedPerson
    known: tuple[Delegate, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody whom the list names who was missing, added by hand, or taken off by an undo."""

    row: int
    known: Delegate


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What applying a list would do. `missing` are those whom a list named and this one does not,

    but for those of whom a doubtful row may be. `fields` are what the list says something of.
    """

    added: tuple[ListedPerson, ...] = ()
    unchanged: int = 0
    missing: tuple[Delegate, ...] = ()
    changed: tuple[ChangedPerson, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()
    named: tuple[NamedPerson, ...] = ()
    fields: frozenset[str] = field(default=frozenset(), compare=False)
    warnings: tuple[RowProblem, ...] = field(default=(), compare=False)

    @property
    def new(self) -> tuple[ListedPerson, ...]:
        """Who comes onto the list where nobody decides: doubtful ones too, so nobody is lost."""
        both = (*self.added, *(one.listed for one in self.doubtful))
        return tuple(sorted(both, key=lambda one: one.row))


def plan(
    people: Sequence[ListedPerson],
    known: Iterable[Delegate],
    columns: Iterable[str] = LISTED,
    told: Told = lambda *_: None,
) -> ListPlan:
    """Compares a list with everybody known; `columns` are the fields that it has columns for.

    `told` hears now and then how far it is, of at most how far, and may raise to end it.
    """
    fields, everybody = _compared(columns), list(known)
    if not (people and everybody):
        return ListPlan(added=tuple(people), fields=fields)
    pace = Pace(told, _LOOPS * (len(people) + len(everybody)))
    matches = same_people(people, everybody, fields, pace)
    rows = list(zip(people, matches.whose, matches.otherwise, strict=True))
    pairs = [(one, him) for one, him, _ in rows if him]
    taken = {him.id for _, him in pairs}
    rest = [one for one, him, _ in rows if him is None]
    doubtful = tuple(_doubtful(rest, everybody, taken, matches.displaced, pace))
    doubted = {one.row for one in doubtful}
    other = ((one, him) for one, him, otherwise in rows if him and otherwise)
    changed = tuple(_changed(pace.over(other), fields))
    open_ids = taken.union(him.id for one in doubtful for him in one.known)
    return ListPlan(
        added=tuple(one for one in rest if one.row not in doubted),
        unchanged=len(pairs) - len(changed),
        missing=tuple(one for one in everybody if may_miss(one) and one.id not in open_ids),
        changed=changed,
        doubtful=doubtful,
        named=tuple(NamedPerson(one.row, him) for one, him in pairs if waits_for_list(him)),
        fields=fields,
        warnings=(*map(_doubt, doubtful), *_kept(changed), *_withdrawn(pairs)),
    )


def may_miss(known: Delegate) -> bool:
    """Whether a list can forget this person: expected, and named by a list before."""
    return known.status is Status.LISTED and not known.by_hand


def waits_for_list(known: Delegate) -> bool:
    """Whether it matters that a list names this person."""
    return known.missing or (known.by_hand and known.status is Status.LISTED)


def _compared(columns: Iterable[str]) -> frozenset[str]:
    """Names and delegation are read out of several columns, so they are always looked at.

    A whole name in one column is one field: where it was split is not what the list says.
    """
    given = {*columns, *_WHERE}
    whole = "full_name" in given and "family_name" not in given
    return frozenset(given - set(_NAMES) if whole else given | set(_NAMES))


def _doubtful(
    rest: Sequence[ListedPerson],
    everybody: Sequence[Delegate],
    taken: Collection[str],
    displaced: Collection[int],
    pace: Pace,
) -> Iterator[Doubtful]:
    waiting = [one for one in everybody if one.id not in taken]
    if not (rest and waiting):
        return
    doubts = Doubts(pace.over(waiting), Counter(one.email.casefold() for one in everybody))
    for one in pace.over(rest):
        why, known = doubts.about(one.delegate, one.row in displaced)
        if known:
            yield Doubtful(one.row, one, known, why)


def _changed(
    pairs: Iterable[tuple[ListedPerson, Delegate]], fields: frozenset[str]
) -> Iterator[ChangedPerson]:
    for one, him in pairs:
        moved = changes(one, him, fields)
        if moved:
            yield ChangedPerson(one.row, him, moved)


def changes(one: ListedPerson, known: Delegate, fields: Collection[str]) -> dict[str, FieldChange]:
    """The fields of which a row says something else than what is known."""
    said = dict(_said(one, known, fields))
    if "family_name" not in fields:
        said |= _whole_name(one.delegate, known)
    moved = ((name, known.text(name), new) for name, new in said.items())
    return {
        name: FieldChange(old, new, by_hand=name in known.mended)
        for name, old, new in moved
        if old != new
    }


def _said(
    one: ListedPerson, known: Delegate, fields: Collection[str]
) -> Iterator[tuple[str, str | None]]:
    """What a row says of each field; of an empty cell nothing, and codes come to those we have."""
    listed = one.delegate
    for name in LISTED:
        text = listed.text(name)
        if text and name in fields and name not in one.silent and name not in _WHERE:
            yield name, text
    if listed.foreign_codes and "foreign_codes" in fields:
        codes = dict.fromkeys((*known.foreign_codes, *listed.foreign_codes))
        yield "foreign_codes", "\n".join(codes)
    if listed.delegation and (one.prefix != UNRESOLVED_PREFIX or known.country is None):
        yield from ((name, listed.text(name)) for name in _WHERE)


def _whole_name(listed: Delegate, known: Delegate) -> dict[str, str | None]:
    """A name that stands in one column: where its words are the same it says nothing new."""
    source = known if sorted(words(listed.name)) == sorted(words(known.name)) else listed
    return {name: source.text(name) for name in _NAMES}


def _doubt(one: Doubtful) -> RowProblem:
    who = one.known[0]
    facts = {"name": who.name, "delegation": who.delegation, "text": one.listed.delegate.reference}
    return RowProblem(one.row, "", one.why.value, facts)


def _kept(changed: Iterable[ChangedPerson]) -> Iterator[RowProblem]:
    for one in changed:
        for change in one.fields.values():
            if change.by_hand:
                facts = {"name": one.known.name, "text": change.new or "", "kept": change.old or ""}
                yield RowProblem(one.row, "", "mended_by_hand", facts)


def _withdrawn(pairs: Iterable[tuple[ListedPerson, Delegate]]) -> Iterator[RowProblem]:
    for one, him in pairs:
        if him.status is Status.WITHDRAWN and not him.missing:
            yield RowProblem(one.row, "", "stays_withdrawn", {"name": him.name})
