"""Every word that people are found by, once, with whose it is and how it sounds."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from checkin.domain.sounds import skeleton, sound

_LAST = "\U0010ffff"


class Sorted:
    """Keys in alphabetical order, each with the words or numbers that it stands for."""

    def __init__(self) -> None:
        self._of: dict[str, list[str]] = {}
        self.keys: list[str] = []

    def add(self, key: str, word: str, later: bool) -> None:
        """`later` leaves the order to `sort`, for many at once."""
        words = self._of.setdefault(key, [])
        if not words:
            (self.keys.append if later else self._insert)(key)
        words.append(word)

    def _insert(self, key: str) -> None:
        insort(self.keys, key)

    def remove(self, key: str, word: str) -> None:
        """Takes a word away again; a key that stands for nothing goes with it."""
        words = self._of[key]
        words.remove(word)
        if not words:
            del self._of[key]
            del self.keys[bisect_left(self.keys, key)]

    def sort(self) -> None:
        """Brings the keys that were added `later` into their order."""
        self.keys.sort()

    def of(self, key: str) -> list[str]:
        """The words of a key."""
        return self._of.get(key, [])

    def begun(self, beginning: str) -> list[str]:
        """The keys that begin so."""
        keys = self.keys
        return keys[bisect_left(keys, beginning) : bisect_left(keys, beginning + _LAST)]


class Vocabulary:
    """Words, each with the numbers of those whose it is."""

    def __init__(self) -> None:
        self._whose: dict[str, list[int]] = {}
        self.words, self.sounds, self.skeletons = Sorted(), Sorted(), Sorted()

    def __contains__(self, word: str) -> bool:
        return word in self._whose

    def add(self, words: Iterable[str], number: int, later: bool = False) -> None:
        """Gives somebody these words, each at most once."""
        for word in words:
            whose = self._whose.get(word)
            if whose is None:
                whose = self._whose[word] = []
                for keys, key in self._keys(word):
                    keys.add(key, word, later)
            whose.append(number)

    def remove(self, words: Iterable[str], number: int) -> None:
        """Takes these words away from somebody."""
        for word in words:
            whose = self._whose[word]
            whose.remove(number)
            if not whose:
                del self._whose[word]
                for keys, key in self._keys(word):
                    keys.remove(key, word)

    def _keys(self, word: str) -> Iterator[tuple[Sorted, str]]:
        yield self.words, word
        yield self.sounds, sound(word)
        bare = skeleton(word)
        if bare:
            yield self.skeletons, bare

    def sort(self) -> Iterator[None]:
        """Orders what was added `later`, in steps."""
        for keys in (self.words, self.sounds, self.skeletons):
            keys.sort()
            yield

    def whose(self, words: Iterable[str]) -> set[int]:
        """Everybody who has one of these words."""
        return set().union(*map(self._whose.__getitem__, words))

    def people(self, word: str) -> list[int]:
        """Whose a word is."""
        return self._whose[word]
