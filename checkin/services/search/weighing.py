"""How well people fit what was typed: every typed word takes the best of their words."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import islice

from checkin.services.search.asking import Typed
from checkin.services.search.matching import (
    BEGUN,
    Hits,
    alike,
    begun,
    misspelt,
    mistyped,
    other_script,
)
from checkin.services.search.shared import SharedTexts
from checkin.services.search.vocabulary import Vocabulary

Own = dict[int, tuple[tuple[str, ...], tuple[int, ...], int]]
"""By number: somebody's words, numbers of the shared texts, how many words are the name."""

_REMEMBERED = 100
_WEIGHED = 80  # people whose every word is looked at; of more only those that fit best
_RARE, _FEW_LETTERS = 30, 3
_NOT_BEGUN = 0.85  # what is not typed as it begins stands behind all that is
_ONE_MISSING = 0.85
_MOST_MISSING = 0.6
_WHOLE = 0.02  # for a name of which nothing is left untyped


class Ways(IntEnum):
    """What is taken for a typed word, each with all before it."""

    BEGUN = 0
    SOUND = 1
    ERRORS = 2
    SPELLING = 3


class Fit:
    """One typed word: which names and which shared texts fit it, and how well."""

    def __init__(
        self, typed: Typed, hits: Hits, texts: list[dict[int, float]], among: "Fits"
    ) -> None:
        self.typed, self.names, self.texts = typed, hits, texts
        self._names, self._shared = among.names, among.shared
        self._people: set[int] | None = None

    @property
    def whole(self) -> bool:
        """Whether somebody has just this word in the name."""
        return self.names.get(self.typed.word) == 1.0

    @property
    def enough(self) -> bool:
        """Whether no error is looked for at first: a whole word, or the few letters of one."""
        return self.whole or (bool(self.names) and len(self.typed.word) <= _FEW_LETTERS)

    @property
    def people(self) -> set[int]:
        """Everybody whom it fits."""
        if self._people is None:
            self._people = self._names.whose(self.names)
            for texts, hits in zip(self._shared, self.texts, strict=True):
                if hits:
                    self._people |= texts.people(hits)
        return self._people

    def best_first(self, among: set[int]) -> list[int]:
        """Of these people those whom it fits best, first; no more than are looked at."""
        chosen: dict[int, None] = {}
        for word in sorted(self.names, key=self.names.__getitem__, reverse=True):
            chosen.update(dict.fromkeys(among.intersection(self._names.people(word))))
            if len(chosen) >= _WEIGHED:
                return list(chosen)
        chosen.update(dict.fromkeys(islice(among, _WEIGHED)))
        return list(chosen)


class Fits:
    """The words typed last, each looked up once however often the text is read."""

    def __init__(self, names: Vocabulary, shared: Sequence[SharedTexts]) -> None:
        self.names, self.shared = names, shared
        self._found: dict[tuple[Typed, Ways], Fit] = {}

    def of(self, typed: Typed, way: Ways = Ways.BEGUN) -> Fit:
        """What a typed word fits."""
        if not _may_be_mistyped(typed.word):
            way = Ways.BEGUN
        key = typed, way
        fit = self._found.pop(key, None) or self._look_up(typed, way)
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[key] = fit
        return fit

    def forget(self) -> None:
        """Somebody came or went: every word is looked up afresh."""
        self._found.clear()

    def _look_up(self, typed: Typed, way: Ways) -> Fit:
        word, names = typed.word, self.names
        if way is Ways.BEGUN:
            return Fit(typed, begun(word, names), [one.hits(word) for one in self.shared], self)
        before = self.of(typed, Ways(way - 1))
        hits, texts = dict(before.names), list(before.texts)
        for more in _MORE[way]:
            _add(hits, more(word, names))
        if way is Ways.ERRORS:
            places = self.shared[0]
            texts[0] = places.mistyped(mistyped(word, places.vocabulary)) | texts[0]
        return Fit(typed, hits, texts, self)


_MORE = {
    Ways.SOUND: (alike, other_script),
    Ways.ERRORS: (mistyped,),
    Ways.SPELLING: (misspelt,),
}


def _may_be_mistyped(word: str) -> bool:
    return len(word) > 1 and not word[-1].isdigit()


def _add(hits: Hits, more: Hits) -> None:
    for word, fits in more.items():
        if fits > hits.get(word, 0.0):
            hits[word] = fits


class Candidates:
    """Those whom every typed word fits that is insisted on."""

    def __init__(self, fits: Sequence[Fit]) -> None:
        self.fits = fits
        self.asked = [fit for fit in fits if not fit.typed.optional]
        self.people = _all(self.asked)

    def but_one(self, limit: int) -> None:
        """Takes those too whom all words fit but one."""
        if len(self.asked) < 2 or len(self.people) >= limit:
            return
        for left in self.asked:
            if left.typed.word.isdecimal():  # part of a number
                continue
            rest = [fit for fit in self.asked if fit is not left]
            more = _all(rest)
            if len(rest) > 1 or len(more) <= _RARE:
                self.people = self.people | more

    def few(self) -> list[int]:
        """Those to be looked at."""
        if len(self.people) <= _WEIGHED:
            return list(self.people)
        return min(self.asked, key=lambda fit: len(fit.people)).best_first(self.people)


def _all(fits: Sequence[Fit]) -> set[int]:
    sets = sorted((fit.people for fit in fits), key=len)
    return set.intersection(*sets) if sets else set()


def weighed(candidates: Candidates, own: Own) -> dict[int, float]:
    """How well every candidate fits."""
    fits = sorted(candidates.fits, key=lambda fit: -fit.typed.weight)
    asked = [_Asked(fit) for fit in fits]
    total = sum(fit.typed.weight for fit in fits)
    return {number: _weigh(*own[number], asked, total) for number in candidates.few()}


class _Asked:
    """A fit as it is asked for every candidate."""

    __slots__ = ("names", "optional", "texts", "weight")

    def __init__(self, fit: Fit) -> None:
        self.names, self.weight, self.optional = fit.names, fit.typed.weight, fit.typed.optional
        self.texts = [(at, hits) for at, hits in enumerate(fit.texts) if hits]

    def best_name(self, left: list[str]) -> tuple[float, str]:
        """Which of somebody's words fits best, and how well."""
        best, own = 0.0, ""
        for word in left:
            fits = self.names.get(word, 0.0)
            if fits > best:
                best, own = fits, word
        return best, own

    def best_text(self, texts: tuple[int, ...]) -> float:
        """How well the texts fit that somebody shares."""
        return max((hits.get(texts[at], 0.0) for at, hits in self.texts), default=0.0)


def _weigh(
    name: tuple[str, ...],
    texts: tuple[int, ...],
    plain: int,
    asked: Sequence[_Asked],
    total: float,
) -> float:
    left, reached, missing, all_begun = list(name), 0.0, 0.0, True
    for one in asked:
        share, own = one.best_name(left)
        text = one.best_text(texts) if one.texts and share < 1 else 0.0
        if share >= text and own:
            left.remove(own)
            all_begun = all_begun and share >= BEGUN
        share = max(share, text)
        if not share and not one.optional:
            missing += one.weight
        reached += one.weight * share
    score = reached / total * (1.0 if all_begun else _NOT_BEGUN)
    if missing:
        score = score * _ONE_MISSING if missing < _MOST_MISSING * total else 0.0
    whole = _WHOLE * min(1.0, (len(name) - len(left)) / plain) if plain else 0.0
    return round(score * (1 - _WHOLE) + whole, 3)
