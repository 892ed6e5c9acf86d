"""Who may be the same person although nothing proves it: for people to decide, never for us.

Everything is looked up by keys: one typing error by what is left when one letter is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from checkin.domain.delegate import Delegate
from checkin.domain.text import fold, words

MOST = 5  # people shown for one row
_SHORTEST_TYPO, _SHORTEST_WORD = 6, 3
Key = tuple[object, ...]


class Why(StrEnum):
    """What makes a row look like somebody known."""

    REFERENCE_OF_ANOTHER = "reference_of_another"
    OTHER_REFERENCE = "other_reference"
    OTHER_DELEGATION = "other_delegation"
    TYPING_ERROR = "typing_error"
    INITIALS = "initials"
    SAME_EMAIL = "same_email"


class Doubts:
    """The people whom no row is certainly about, by all that a row may share with them."""

    def __init__(self, waiting: Iterable[Delegate]) -> None:
        self._by: dict[Key, list[Delegate]] = defaultdict(list)
        self._of_delegation: dict[str, list[Delegate]] = defaultdict(list)
        self._typos: dict[str, dict[int, list[Delegate]]] = {}
        for one in waiting:
            self._of_delegation[fold(one.delegation)].append(one)
            for key in _keys(one):
                self._by[key].append(one)

    def about(self, listed: Delegate, displaced: bool) -> tuple[Why, tuple[Delegate, ...]]:
        """Why a row is doubtful and of whom it may be, the likeliest first; of nobody if it is not.

        `displaced` says that its reference is that of somebody else.
        """
        found: dict[str, Delegate] = {}
        first = Why.SAME_EMAIL
        for why, people in self._alike(listed, displaced):
            if people and not found:
                first = why
            found.update((one.id, one) for one in people if one.id not in found)
        return first, tuple(found.values())[:MOST]

    def _alike(self, listed: Delegate, displaced: bool) -> Iterator[tuple[Why, Sequence[Delegate]]]:
        called = self._by.get(_words(listed), [])[: 4 * MOST]
        here = fold(listed.delegation)
        if displaced:
            yield Why.REFERENCE_OF_ANOTHER, self._get("reference", listed.reference)
        yield Why.OTHER_REFERENCE, [one for one in called if fold(one.delegation) == here]
        yield Why.OTHER_DELEGATION, called[:MOST]
        yield Why.TYPING_ERROR, self._mistyped(listed, here)
        for key in _initial_keys(listed, "full", "short"):
            yield Why.INITIALS, self._get(*key)
        for key in _mail_keys(listed):
            yield Why.SAME_EMAIL, self._get(*key)

    def _get(self, *key: object) -> Sequence[Delegate]:
        return self._by.get(key, [])[:MOST]

    def _mistyped(self, listed: Delegate, here: str) -> list[Delegate]:
        name = _joined(listed)
        if len(name) < _SHORTEST_TYPO:
            return []
        if here not in self._typos:
            self._typos[here] = _typo_index(self._of_delegation.get(here, []))
        index = self._typos[here]
        near = {one.id: one for hole in _holes(name) for one in index.get(hole, [])[: 4 * MOST]}
        return [one for one in near.values() if one_typing_error(name, _joined(one))]


def _keys(known: Delegate) -> Iterator[Key]:
    yield _words(known)
    if known.reference:
        yield "reference", known.reference
    yield from _initial_keys(known, "short", "full")
    yield from _mail_keys(known)


def _words(delegate: Delegate) -> Key:
    return "words", *sorted(words(delegate.name))


def _initial_keys(delegate: Delegate, mine: str, other: str) -> Iterator[Key]:
    """One key for a name with initials only, another for a full one: each looks up the other's."""
    given = words(delegate.given_names)
    if not given:
        return
    short = all(len(word) == 1 for word in given)
    way = mine if short else other
    yield way, fold(delegate.delegation), fold(delegate.family_name), "".join(w[0] for w in given)


def _mail_keys(delegate: Delegate) -> Iterator[Key]:
    """A mailbox alone says nothing, ministries share them: a word of the name must be the same."""
    if delegate.email:
        for word in set(words(delegate.name)):
            if len(word) >= _SHORTEST_WORD:
                yield "email", delegate.email.casefold(), word


def _joined(delegate: Delegate) -> str:
    return "".join(words(delegate.name))


def _typo_index(people: Iterable[Delegate]) -> dict[int, list[Delegate]]:
    index: dict[int, list[Delegate]] = defaultdict(list)
    for one in people:
        name = _joined(one)
        if len(name) >= _SHORTEST_TYPO:
            for hole in _holes(name):
                index[hole].append(one)
    return index


def _holes(name: str) -> set[int]:
    """The name, and the name without each of its letters, as numbers: small, and compared again."""
    return {hash(name), *(hash(name[:at] + name[at + 1 :]) for at in range(len(name)))}


def one_typing_error(one: str, other: str) -> bool:
    """Whether a letter was left out, added, mistaken or swapped with the next; never a digit."""
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
