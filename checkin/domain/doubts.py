"""Who may be the same person although nothing proves it: for people to decide, never for us.

Everything is looked up by keys: one typing error spares two thirds of a name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from checkin.domain.delegate import Delegate
from checkin.domain.text import fold, words

MOST = 5  # people shown for one row
_MOST_TRIED = 20  # people of one key, so that a thousand are quick
_SHORTEST_TYPO, _SHORTEST_WORD, _MOST_WORDS = 6, 3, 6
Key = tuple[object, ...]


class Why(StrEnum):
    """What makes a row look like somebody known."""

    REFERENCE_OF_ANOTHER = "reference_of_another"
    OTHER_REFERENCE = "other_reference"
    OTHER_DELEGATION = "other_delegation"
    TYPING_ERROR = "typing_error"
    INITIALS = "initials"
    SAME_EMAIL = "same_email"


@dataclass(frozen=True, slots=True)
class _Called:
    """Somebody, with all that is compared folded once."""

    delegate: Delegate
    family: tuple[str, ...]
    given: tuple[str, ...]
    here: str
    mailbox: str

    @classmethod
    def of(cls, one: Delegate) -> "_Called":
        family, given = words(one.family_name), words(one.given_names)
        return cls(one, family, given, fold(one.delegation), one.email.casefold())

    @property
    def words(self) -> tuple[str, ...]:
        return self.family + self.given

    @property
    def joined(self) -> str:
        return "".join(self.words)


class Doubts:
    """The people whom no row is certainly about, by all that a row may share with them."""

    def __init__(self, waiting: Iterable[Delegate], mailboxes: Counter[str]) -> None:
        """`mailboxes` says how many people have each e-mail address."""
        self._mailboxes = mailboxes
        self._by: dict[Key, list[_Called]] = defaultdict(list)
        for one in map(_Called.of, waiting):
            for key in self._keys(one):
                if len(self._by[key]) < _MOST_TRIED:
                    self._by[key].append(one)

    def about(self, listed: Delegate, displaced: bool) -> tuple[Why, tuple[Delegate, ...]]:
        """Why a row is doubtful, for the strongest reason, and of whom it may be; else of nobody.

        `displaced` says that its reference is that of somebody else.
        """
        for why, people in self._alike(_Called.of(listed), displaced):
            if people:
                return why, tuple(one.delegate for one in people[:MOST])
        return Why.SAME_EMAIL, ()

    def _alike(self, listed: _Called, displaced: bool) -> Iterator[tuple[Why, list[_Called]]]:
        called, name = self._get(_words(listed)), listed.joined
        if displaced:
            yield Why.REFERENCE_OF_ANOTHER, self._get(("reference", listed.delegate.reference))
        yield Why.OTHER_REFERENCE, [one for one in called if one.here == listed.here]
        yield Why.OTHER_DELEGATION, called
        near = self._all(_spared(listed.here, name, (len(name), len(name) - 1, len(name) + 1)))
        yield Why.TYPING_ERROR, [one for one in near if one_typing_error(name, one.joined)]
        yield Why.INITIALS, self._all(_initial_keys(listed, "full", "short"))
        yield Why.SAME_EMAIL, self._all(self._mail_keys(listed))

    def _get(self, key: Key) -> list[_Called]:
        return self._by.get(key, [])

    def _all(self, keys: Iterable[Key]) -> list[_Called]:
        return list({one.delegate.id: one for key in keys for one in self._get(key)}.values())

    def _keys(self, known: _Called) -> Iterator[Key]:
        yield _words(known)
        if known.delegate.reference:
            yield "reference", known.delegate.reference
        name = known.joined
        yield from _spared(known.here, name, (len(name),))
        yield from _initial_keys(known, "short", "full")
        yield from self._mail_keys(known)

    def _mail_keys(self, one: _Called) -> Iterator[Key]:
        """A mailbox alone says nothing, ministries share them: a word of the name is the same,

        and two words where it is the mailbox of several.
        """
        holders = self._mailboxes[one.mailbox] if one.mailbox else 0
        if holders:
            long = sorted({word for word in one.words if len(word) >= _SHORTEST_WORD})
            for same in combinations(long[:_MOST_WORDS], min(holders, 2)):
                yield "email", one.mailbox, same


def _words(one: _Called) -> Key:
    return "words", *sorted(one.words)


def _spared(here: str, name: str, lengths: Iterable[int]) -> Iterator[Key]:
    """What one typing error may have spared of a name that was so long: its end, beginning, both.

    A little less than a third at both ends, for two letters swapped on the seam.
    """
    for length in lengths:
        if length >= _SHORTEST_TYPO:
            third = max(length // 3 - 1, 1)
            two = length - length // 3 - 1
            yield "end", here, length, name[-two:]
            yield "beginning", here, length, name[:two]
            yield "both", here, length, name[:third], name[-third:]


def _initial_keys(one: _Called, mine: str, other: str) -> Iterator[Key]:
    """One key for a name with initials only, another for a full one: each looks up the other's."""
    if one.given:
        short = all(len(word) == 1 for word in one.given)
        initials = "".join(word[0] for word in one.given)
        yield mine if short else other, one.here, one.family, initials


def one_typing_error(one: str, other: str) -> bool:
    """Whether a letter was left out, added, mistaken or swapped with the next; never a digit."""
    if abs(len(one) - len(other)) > 1:
        return False
    begun = _same_beginning(one, other)
    a, b = one[begun:], other[begun:]
    ended = _same_beginning(a[::-1], b[::-1])
    a, b = a[: len(a) - ended], b[: len(b) - ended]
    if any(letter.isdigit() for letter in a + b):
        return False
    return max(len(a), len(b)) <= 1 or (len(a) == len(b) == 2 and a == b[::-1])


def _same_beginning(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
