"""Every word that people are found by, once, with whose it is and how it sounds.

Values are tuples of plain values, which the garbage collector soon passes over; only whose many
a word is stands in a list.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence

from checkin.domain.sounds import is_arabic, skeleton, sound

_LAST = "\U0010ffff"
_MANY = 32  # people of one word


class Sorted:
    """Keys in alphabetical order, each with the words that it stands for."""

    def __init__(self) -> None:
        self._of: dict[str, tuple[str, ...]] = {}
        self._cut: dict[int, list[str]] = {}
        self._long: dict[int, list[str]] = {}
        self.keys: list[str] = []

    def add(self, key: str, word: str, later: bool) -> None:
        """`later` leaves the order to `sort`, for many at once."""
        words = self._of.get(key, ())
        self._of[key] = (*words, word)
        if words:
            return
        self._cut.clear()
        self._long.setdefault(len(key), []).append(key)
        if later:
            self.keys.append(key)
        else:
            insort(self.keys, key)

    def remove(self, key: str, word: str) -> None:
        """Takes a word away again; a key that stands for nothing goes with it."""
        words = tuple(one for one in self._of[key] if one != word)
        if words:
            self._of[key] = words
            return
        self._cut.clear()
        self._long[len(key)].remove(key)
        del self._of[key]
        del self.keys[bisect_left(self.keys, key)]

    def sort(self) -> None:
        """Brings the keys that were added `later` into their order."""
        self.keys.sort()

    def of(self, key: str) -> tuple[str, ...]:
        """The words of a key."""
        return self._of.get(key, ())

    def begun(self, beginning: str) -> list[str]:
        """The keys that begin so."""
        keys = self.keys
        return keys[bisect_left(keys, beginning) : bisect_left(keys, beginning + _LAST)]

    def begins(self, beginning: str) -> bool:
        """Whether a key begins so."""
        at = bisect_left(self.keys, beginning)
        return at < len(self.keys) and self.keys[at].startswith(beginning)

    def about_as_long(self, length: int, more_or_less: int) -> Iterator[list[str]]:
        """The keys of so many letters, a few more or less, for each length together."""
        for one in range(length - more_or_less, length + more_or_less + 1):
            yield self._long.get(one, [])

    def cut(self, length: int) -> list[str]:
        """What the keys begin with, so many letters, each beginning once."""
        if length not in self._cut:
            self._cut[length] = list(dict.fromkeys([key[:length] for key in self.keys]))
        return self._cut[length]


class Vocabulary:
    """Words, each with the numbers of those whose it is."""

    def __init__(self) -> None:
        self._whose: dict[str, Sequence[int]] = {}
        self.words, self.sounds = Sorted(), Sorted()
        self.latin, self.arabic = Sorted(), Sorted()

    def __contains__(self, word: str) -> bool:
        return word in self._whose

    def add(self, words: Iterable[str], number: int, later: bool = False) -> None:
        """Gives somebody these words, each at most once."""
        for word in words:
            whose = self._whose.get(word)
            if whose is None:
                for keys, key in self._keys(word):
                    keys.add(key, word, later)
            if isinstance(whose, list):
                whose.append(number)
            else:
                more = (*(whose or ()), number)
                self._whose[word] = more if len(more) < _MANY else list(more)

    def remove(self, words: Iterable[str], number: int) -> None:
        """Takes these words away from somebody."""
        for word in words:
            whose = self._whose[word]
            left = [one for one in whose if one != number]
            self._whose[word] = left if len(left) >= _MANY else tuple(left)
            if not left:
                del self._whose[word]
                for keys, key in self._keys(word):
                    keys.remove(key, word)

    def _keys(self, word: str) -> Iterator[tuple[Sorted, str]]:
        yield self.words, word
        yield self.sounds, sound(word)
        bare = skeleton(word)
        if bare:
            yield self.skeletons(is_arabic(word)), bare

    def skeletons(self, arabic: bool) -> Sorted:
        """The consonants of the words of one script."""
        return self.arabic if arabic else self.latin

    def sort(self) -> Iterator[None]:
        """Orders what was added `later`, in steps."""
        for keys in (self.words, self.sounds, self.latin, self.arabic):
            keys.sort()
            yield

    def whose(self, words: Iterable[str]) -> set[int]:
        """Everybody who has one of these words."""
        return set().union(*map(self._whose.__getitem__, words))

    def people(self, word: str) -> Sequence[int]:
        """Whose a word is."""
        return self._whose[word]
