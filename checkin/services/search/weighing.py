"""How well people fit what was typed: every typed word takes the best of their words."""

from collections.abc import Sequence

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

Own = dict[int, tuple[tuple[str, ...], tuple[int, ...]]]
"""By number: the words of somebody's name, and the numbers of the shared texts."""

_REMEMBERED = 32
_WEIGHED = 120  # people whose every word is looked at; of more only those that fit best
_RARE = 30
_NOT_BEGUN = 0.85  # what is not typed as it begins stands behind all that is
_ONE_MISSING = 0.85
_MOST_MISSING = 0.6
_WHOLE = 0.02  # for a name of which nothing is left untyped


class Fit:
    """One typed word: which names and which shared texts fit it, and how well."""

    def __init__(self, typed: Typed, names: Vocabulary, shared: Sequence[SharedTexts]) -> None:
        self.typed, self._names, self._shared = typed, names, shared
        self.names = begun(typed.word, names)
        self.texts = [texts.hits(typed.word) for texts in shared]
        self._wide: set[str] = set()

    @property
    def whole(self) -> bool:
        """Whether somebody has just this word in the name."""
        return self.names.get(self.typed.word) == 1.0

    def by_sound(self) -> None:
        """Takes what sounds alike too, in whatever script."""
        if self._first("sound"):
            _add(self.names, alike(self.typed.word, self._names))
            _add(self.names, other_script(self.typed.word, self._names))

    def by_errors(self) -> None:
        """Takes typing errors too."""
        if self._first("errors"):
            _add(self.names, mistyped(self.typed.word, self._names))
            places = self._shared[0]
            near = mistyped(self.typed.word, places.vocabulary)
            for text, fits in places.mistyped(near).items():
                self.texts[0].setdefault(text, fits)

    def by_spelling(self) -> None:
        """Takes what is spelt nearly so, or begins so with an error."""
        if self._first("spelling"):
            _add(self.names, misspelt(self.typed.word, self._names))

    def _first(self, way: str) -> bool:
        new = way not in self._wide and len(self.typed.word) > 1
        self._wide.add(way)
        return new

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


class Fits:
    """The words typed last, each looked up once however often the text is read."""

    def __init__(self, names: Vocabulary, shared: Sequence[SharedTexts]) -> None:
        self._names, self._shared = names, shared
        self._found: dict[Typed, Fit] = {}

    def of(self, typed: Typed) -> Fit:
        """What a typed word fits."""
        fit = self._found.pop(typed, None) or Fit(typed, self._names, self._shared)
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[typed] = fit
        return fit

    def forget(self) -> None:
        """Somebody came or went: every word is looked up afresh."""
        self._found.clear()


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
    name: tuple[str, ...], texts: tuple[int, ...], asked: Sequence[_Asked], total: float
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
    whole = _WHOLE * (1 - len(left) / len(name)) if name else 0.0
    return round(score * (1 - _WHOLE) + whole, 3)
