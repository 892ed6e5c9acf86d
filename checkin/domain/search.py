"""Search results in the order a receptionist expects them."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkin.domain.delegate import Delegate
from checkin.domain.text import words


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody found, with a score between 0 and 1: how much of the words was typed."""

    delegate: Delegate
    score: float


def ranked(text: str, people: Iterable[Delegate], limit: int) -> list[Found]:
    """The best of the people, whole words before beginnings, then by name."""
    typed = words(text)
    found = [Found(person, _score(typed, person)) for person in people]
    return sorted(found, key=lambda one: (-one.score, one.delegate.name))[:limit]


def _score(typed: tuple[str, ...], person: Delegate) -> float:
    texts = (person.name, person.name_in_script, person.delegation, person.organisation)
    own = [word for text in texts for word in words(text)]
    shares = [
        max((len(word) / len(whole) for whole in own if whole.startswith(word)), default=0.0)
        for word in typed
    ]
    return round(sum(shares) / len(shares), 3) if shares else 0.0
