"""Search results in the order a receptionist expects them, and which letters were meant."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checkin.domain.delegate import Delegate
from checkin.domain.text import words

_MARKS = "\u0300-\u036f\u064b-\u0652"  # accents and vowels that stand beside their letter
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}]|(?<=[^\W_])['’‘`´ʼ](?=[^\W_]))+")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody found, with a score between 0 and 1: how much of the words was typed."""

    delegate: Delegate
    score: float


def ranked(text: str, people: Iterable[Delegate], limit: int) -> list[Found]:
    """The best of the people, whole words before beginnings, then by name.

    A beginning counts for less where it is not a name's: `ma` is MARTIN before all of Mali.
    """
    typed = words(text)
    found = [Found(person, _score(typed, person)) for person in people]
    return sorted(found, key=lambda one: (-one.score, one.delegate.name))[:limit]


def _score(typed: tuple[str, ...], person: Delegate) -> float:
    names = (*words(person.name), *words(person.name_in_script))
    others = (*words(person.delegation), *words(person.organisation))
    shares = [max(_share(word, names), _share(word, others) ** 2) for word in typed]
    return round(sum(shares) / len(shares), 3) if shares else 0.0


def _share(word: str, own: Iterable[str]) -> float:
    """How much of the best fitting word was typed."""
    return max((len(word) / len(whole) for whole in own if whole.startswith(word)), default=0.0)


def same_name(one: Delegate, other: Delegate) -> bool:
    """Whether two people are called the same, in whatever order their names are written."""
    return one.id != other.id and sorted(words(one.name)) == sorted(words(other.name))


def typed_letters(shown: str, typed: tuple[str, ...]) -> list[Span]:
    """Where the letters of a shown text stand that begin a word as it was typed (folded)."""
    spans = (_span(match, typed) for match in _WORD.finditer(shown))
    return [span for span in spans if span]


def _span(word: re.Match[str], typed: tuple[str, ...]) -> Span | None:
    folded = "".join(words(word[0]))
    longest = max((len(one) for one in typed if folded.startswith(one)), default=0)
    if not longest:
        return None
    begun = (end for end in range(1, len(word[0])) if _folded(word[0][:end]) >= longest)
    return word.start(), word.start() + next(begun, len(word[0]))


def _folded(letters: str) -> int:
    return len("".join(words(letters)))
