"""Texts that many people share, such as their country: kept once, with whose they are."""

from collections.abc import Collection, Hashable

from checkin.services.search.matching import Hits
from checkin.services.search.vocabulary import Vocabulary

NO_TEXT = -1


class SharedTexts:
    """`whole` is how well a whole word fits, `begun` the least that a beginning does."""

    def __init__(self, whole: float, begun: float) -> None:
        self._whole, self._begun = whole, begun
        self._words = Vocabulary()
        self._numbers: dict[Hashable, int] = {}
        self._people: list[set[int]] = []

    def number(self, text: Hashable) -> int | None:
        """The number of a text that is known."""
        return self._numbers.get(text)

    def learn(self, text: Hashable, words: Collection[str]) -> int:
        """Takes a text in; without words it is none."""
        if not words:
            number = NO_TEXT
        else:
            number = len(self._people)
            self._people.append(set())
            self._words.add(frozenset(words), number)
        self._numbers[text] = number
        return number

    def give(self, number: int, person: int) -> None:
        """Somebody has this text."""
        if number != NO_TEXT:
            self._people[number].add(person)

    def take(self, number: int, person: int) -> None:
        """Somebody has it no longer."""
        if number != NO_TEXT:
            self._people[number].discard(person)

    def hits(self, typed: str) -> dict[int, float]:
        """The texts with a word that begins so, each with how well it fits."""
        found: dict[int, float] = {}
        for word in self._words.words.begun(typed):
            fits = self._whole if word == typed else self._begun + 0.2 * len(typed) / len(word)
            for number in self._words.people(word):
                found[number] = max(found.get(number, 0.0), fits)
        return found

    def mistyped(self, hits: Hits) -> dict[int, float]:
        """The same for words that are only near."""
        found: dict[int, float] = {}
        for word, fits in hits.items():
            for number in self._words.people(word):
                found[number] = max(found.get(number, 0.0), fits * self._whole)
        return found

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of all texts."""
        return self._words

    def people(self, numbers: Collection[int]) -> set[int]:
        """Everybody who has one of these texts."""
        return set().union(*(self._people[number] for number in numbers))
