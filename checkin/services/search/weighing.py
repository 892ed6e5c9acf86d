"""How well people fit what was typed: every typed word takes the best of their words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from checkin.services.search.asking import Typed
from checkin.services.search.matching import (
    BEGUN,
    Hits,
    alike,
    begun,
    mistyped,
    other_script,
)
from checkin.services.search.shared import SharedTexts
from checkin.services.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from checkin.services.search.index import Entry

_WEIGHED = 250  # people whose every word is looked at; of more only those that fit best
_RARE = 30
_NOT_BEGUN = 0.85  # what is not typed as it begins stands behind all that is
_ONE_MISSING = 0.85
_WHOLE = 0.02  # for a name of which nothing is left untyped


class Fit:
    """One typed word: which names and which shared texts fit it, and how well."""

    def __init__(
        self, typed: Typed, names: Vocabulary, shared: Sequence[SharedTexts]
    ) -> None:
        self.typed, self._names, self._shared = typed, names, shared
        self.names = begun(typed.word, names)
        self.texts = [texts.hits(typed.word) for texts in shared]
        self.wide = False

    def widen(self) -> None:
        """Takes typing errors and what sounds alike too."""
        if self.wide:
            return
        self.wide = True
        word = self.typed.word
        for more in (alike, mistyped, other_script):
            _add(self.names, more(word, self._names))
        places = self._shared[0]
        near = mistyped(word, places.vocabulary)
        for text, fits in places.mistyped(near).items():
            self.texts[0].setdefault(text, fits)

    def people(self) -> set[int]:
        """Everybody whom it fits."""
        found = self._names.whose(self.names)
        for texts, hits in zip(self._shared, self.texts, strict=True):
            if hits:
                found |= texts.people(hits)
        return found

    def best_first(self, among: set[int]) -> list[int]:
        """Of these people those whom it fits best, first; no more than are looked at."""
        chosen: dict[int, None] = {}
        for word in sorted(self.names, key=self.names.__getitem__, reverse=True):
            for one in self._names.people(word):
                if one in among:
                    chosen[one] = None
            if len(chosen) >= _WEIGHED:
                return list(chosen)
        for one in among:
            chosen[one] = None
            if len(chosen) >= _WEIGHED:
                break
        return list(chosen)


def _add(hits: Hits, more: Hits) -> None:
    for word, fits in more.items():
        if fits > hits.get(word, 0.0):
            hits[word] = fits


class Candidates:
    """Those whom every typed word fits that is insisted on."""

    def __init__(self, fits: Sequence[Fit]) -> None:
        self.fits = fits
        self.asked = [(fit, fit.people()) for fit in fits if not fit.typed.optional]
        sets = sorted((people for _, people in self.asked), key=len)
        self.people: set[int] = set.intersection(*sets) if sets else set()

    def but_one(self, limit: int) -> None:
        """Takes those whom all words fit but one, where those that do are rare or many."""
        if len(self.asked) < 2:
            return
        for left in range(len(self.asked)):
            sets = [people for at, (_, people) in enumerate(self.asked) if at != left]
            more = set.intersection(*sorted(sets, key=len))
            if len(more) <= max(_RARE, limit) or len(sets) > 1:
                self.people = self.people | more

    def few(self) -> list[int]:
        """Those to be looked at."""
        if len(self.people) <= _WEIGHED:
            return list(self.people)
        rarest, _ = min(self.asked, key=lambda one: len(one[1]))
        return rarest.best_first(self.people)


def weighed(candidates: Candidates, entries: Mapping[int, "Entry"]) -> dict[int, float]:
    """How well every candidate fits."""
    fits = sorted(candidates.fits, key=lambda fit: -fit.typed.weight)
    return {number: _weigh(entries[number], fits) for number in candidates.few()}


def _weigh(entry: "Entry", fits: Sequence[Fit]) -> float:
    left = dict.fromkeys(entry.name)
    total = reached = 0.0
    all_begun, missing = True, 0.0
    for fit in fits:
        names, weight = fit.names, fit.typed.weight
        own = max(left, key=lambda word: names.get(word, 0.0), default="")
        share = names.get(own, 0.0)
        text = max(hits.get(one, 0.0) for one, hits in zip(entry.texts, fit.texts, strict=True))
        if share >= text and share:
            del left[own]
            all_begun = all_begun and share >= BEGUN
        share = max(share, text)
        if not share and not fit.typed.optional:
            missing += weight
        total += weight
        reached += weight * share
    score = reached / total
    if not all_begun:
        score *= _NOT_BEGUN
    if missing:
        score = score * _ONE_MISSING if missing < 0.6 * total else 0.0
    whole = _WHOLE * (1 - len(left) / len(entry.name)) if entry.name else 0.0
    return round(score * (1 - _WHOLE) + whole, 3)
