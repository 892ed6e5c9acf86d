"""Who is meant by what is typed: all words are asked for, then all but one."""

from collections.abc import Callable, Iterator, Sequence

from checkin.domain.delegate import Delegate
from checkin.services.search.asking import (
    Typed,
    other_keyboard,
    other_readings,
    read_words,
)
from checkin.services.search.entries import name_words, place_words, searched
from checkin.services.search.shared import SharedTexts
from checkin.services.search.vocabulary import Vocabulary
from checkin.services.search.weighing import Candidates, Fit, Fits, Own, weighed

_SURE = 0.75  # where the best fits so well, nothing else is tried
_OTHER_READING, _OTHER_KEYBOARD = 0.98, 0.9
_LEAST = 0.3
_MOST_READINGS = 6


class PeopleIndex:
    """People by number, and the words that lead to them."""

    def __init__(self) -> None:
        self.names = Vocabulary()
        self.places = SharedTexts(0.78, 0.5)
        self.organisations = SharedTexts(0.7, 0.42)
        self.functions = SharedTexts(0.68, 0.4)
        self.shared = (self.places, self.organisations, self.functions)
        self._ids: dict[int, str] = {}
        self._own: Own = {}
        self._numbers: dict[str, int] = {}
        self._next = 0
        self._known = Fits(self.names, self.shared)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, delegate: Delegate, later: bool = False) -> None:
        """Takes somebody in, or in anew; `later` leaves the order of words to `sort`."""
        self.remove(delegate.id)
        number, self._next = self._next, self._next + 1
        name, own = name_words(delegate), self._texts(delegate)
        self._ids[number], self._numbers[delegate.id] = delegate.id, number
        self._own[number] = (name, own)
        self.names.add(name, number, later)
        for texts, text in zip(self.shared, own, strict=True):
            texts.give(text, number)
        self._known.forget()

    def remove(self, delegate_id: str) -> None:
        """Forgets somebody; whoever is not there is forgotten already."""
        number = self._numbers.pop(delegate_id, None)
        if number is None:
            return
        del self._ids[number]
        name, own = self._own.pop(number)
        self.names.remove(name, number)
        for texts, text in zip(self.shared, own, strict=True):
            texts.take(text, number)
        self._known.forget()

    def sort(self) -> Iterator[None]:
        """Orders the words of those who were added `later`, in steps."""
        return self.names.sort()

    def _texts(self, delegate: Delegate) -> tuple[int, ...]:
        place = (delegate.delegation, delegate.country)
        number = self.places.number(place)
        if number is None:
            number = self.places.learn(place, place_words(*place))
        plain = (
            (self.organisations, delegate.organisation),
            (self.functions, delegate.function),
        )
        return (number, *(_number(texts, text) for texts, text in plain))

    def search(self, text: str, limit: int) -> tuple[list[tuple[str, float]], int]:
        """The ids of those meant with how well they fit, best first, and how many there are."""
        asked = read_words(text)
        if not asked or not self._ids:
            return [], 0
        found, total = self._read(asked, limit)
        if _best(found) < _SURE:
            found, total = self._read_otherwise(text, asked, found, total, limit)
        best = sorted(found.items(), key=lambda one: (-one[1], self._own[one[0]][0], one[0]))
        ranked = [(self._ids[number], score) for number, score in best if score >= _LEAST]
        return ranked[:limit], max(total, len(ranked)) if ranked else 0

    def _read(
        self, asked: tuple[Typed, ...], limit: int, errors: bool = True
    ) -> tuple[dict[int, float], int]:
        fits = [self._known.of(one) for one in asked]
        candidates = Candidates(fits)
        if len(candidates.people) < limit:
            candidates = _wider(fits, Fit.by_sound)
        if errors and len(candidates.people) < limit:
            candidates = _wider([fit for fit in fits if not fit.whole], Fit.by_errors, fits)
        for way in (Fit.by_errors, Fit.by_spelling) if errors else ():
            if not candidates.people:
                candidates = _wider(fits, way)
        if len(candidates.people) < limit:
            candidates.but_one(limit)
        return weighed(candidates, self._own), len(candidates.people)

    def _read_otherwise(
        self,
        text: str,
        asked: tuple[Typed, ...],
        found: dict[int, float],
        total: int,
        limit: int,
    ) -> tuple[dict[int, float], int]:
        for number, other in enumerate(other_readings(asked, self.names)):
            if number == _MOST_READINGS:
                break
            more, _ = self._read(other, limit, errors=False)
            _merge(found, more, _OTHER_READING)
        meant = other_keyboard(text) if _best(found) < _SURE else ""
        if meant:
            more, _ = self._read(read_words(meant), limit, errors=False)
            _merge(found, more, _OTHER_KEYBOARD)
        return found, max(total, len(found))


def _wider(
    some: Sequence[Fit], way: Callable[[Fit], None], fits: Sequence[Fit] = ()
) -> Candidates:
    for fit in some:
        way(fit)
    return Candidates(fits or some)


def _number(texts: SharedTexts, text: str) -> int:
    number = texts.number(text)
    return texts.learn(text, searched(text)) if number is None else number


def _best(found: dict[int, float]) -> float:
    return max(found.values(), default=0.0)


def _merge(found: dict[int, float], more: dict[int, float], share: float) -> None:
    for number, score in more.items():
        found[number] = max(found.get(number, 0.0), round(score * share, 3))
