"""Who is meant by what is typed: all words are asked for, then all but one."""

from collections.abc import Iterator

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
from checkin.services.search.weighing import Candidates, Fits, Own, Ways, weighed

_SURE = 0.75  # where the best fits so well, nothing else is tried
_OTHER_READING, _OTHER_KEYBOARD = 0.98, 0.9
_LEAST = 0.36
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
        self._own[number] = (name, own, len(set(searched(delegate.name))))
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
        name, own, _ = self._own.pop(number)
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

    def called_like(self, delegate: Delegate) -> list[str]:
        """The ids of others whose names begin with just these words, in whatever order."""
        own = frozenset(searched(delegate.name))
        if not own or not all(word in self.names for word in own):
            return []
        rarest = min(map(self.names.people, own), key=len)
        alike = (number for number in rarest if own == set(self._own[number][0][: len(own)]))
        return [person for person in map(self._ids.__getitem__, alike) if person != delegate.id]

    def search(self, text: str, limit: int) -> tuple[list[tuple[str, float]], int]:
        """The ids of those meant with how well they fit, best first, and how many there are."""
        asked = read_words(text)
        if not asked or not self._ids:
            return [], 0
        found, total = self._read(asked, limit)
        if _best(found) < _SURE:
            found, total = self._read_otherwise(text, asked, found, total, limit)
        best = sorted(found.items(), key=self._order)
        ranked = [(self._ids[number], score) for number, score in best if score >= _LEAST]
        if total <= len(found):  # nobody was left unweighed
            total = len(ranked)
        return ranked[:limit], max(total, len(ranked)) if ranked else 0

    def _order(self, one: tuple[int, float]) -> tuple[float, tuple[str, ...], int]:
        """The best first, then by name, then as they stand on the list."""
        number, score = one
        name, _, plain = self._own[number]
        return -score, name[:plain], number

    def _read(
        self, asked: tuple[Typed, ...], limit: int, errors: bool = True
    ) -> tuple[dict[int, float], int]:
        candidates = self._candidates(asked, limit, errors)
        found = weighed(candidates, self._own)
        if _best(found) < _SURE:
            candidates.but_one(limit)
            found = weighed(candidates, self._own)
        return found, len(candidates.people)

    def _candidates(self, asked: tuple[Typed, ...], limit: int, errors: bool) -> Candidates:
        """Whom all words fit: by beginnings, then by sound; where few are found, by errors too."""
        known = self._known
        plain = [known.of(one) for one in asked]
        candidates = Candidates(plain)
        if len(candidates.people) >= limit:
            return candidates
        sure = bool(candidates.people) and all(fit.whole for fit in candidates.asked)
        candidates = Candidates([known.of(one, Ways.SOUND) for one in asked])
        if sure or not errors or len(candidates.people) >= limit:
            return candidates
        ways = [Ways.SOUND if fit.enough else Ways.ERRORS for fit in plain]
        candidates = Candidates(list(map(known.of, asked, ways)))
        for way in (Ways.ERRORS, Ways.SPELLING):
            if not candidates.people:
                candidates = Candidates([known.of(one, way) for one in asked])
        return candidates

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


def _number(texts: SharedTexts, text: str) -> int:
    number = texts.number(text)
    return texts.learn(text, searched(text)) if number is None else number


def _best(found: dict[int, float]) -> float:
    return max(found.values(), default=0.0)


def _merge(found: dict[int, float], more: dict[int, float], share: float) -> None:
    for number, score in more.items():
        found[number] = max(found.get(number, 0.0), round(score * share, 3))
