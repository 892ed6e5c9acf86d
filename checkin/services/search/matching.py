"""Which words may be meant by a typed one, each with how well it fits, from 0 to 1.

Beginnings fit better than typing errors, and those better than what only sounds alike.
"""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from checkin.domain.sounds import is_arabic, skeleton, sound
from checkin.services.search.vocabulary import Sorted, Vocabulary

Hits = dict[str, float]

BEGUN = 0.8  # what fits so well begins as it was typed
_LEAST_SOUND, _LEAST_ERRORS, _LEAST_CONSONANTS = 3, 4, 2
_LEAST_NEAR = 0.6  # of vowels and all, where two consonants are not enough
_TWO_ERRORS = 6  # letters; in shorter words two errors make another name
_WRITTEN_ALIKE = (
    ("el", "al", "ul", "as", "es"),
    ("ben", "bin", "ibn", "ibnou"),
    ("ould", "oulad", "uld", "wuld", "wld", "walad"),
    ("abou", "abu", "bou", "bu"),
    ("abd", "abdel", "abdul", "abdal"),
    ("st", "saint", "santo", "san", "sao"),
    ("o", "ould", "ou"),
)
ALIKE = {
    word: tuple(one for group in _WRITTEN_ALIKE if word in group for one in group)
    for group in _WRITTEN_ALIKE
    for word in group
}


def begun(typed: str, among: Vocabulary) -> Hits:
    """The words that begin so; a whole word fits altogether."""
    length = len(typed)
    hits = {word: 0.82 + 0.13 * length / len(word) for word in among.words.begun(typed)}
    for word in ALIKE.get(typed, ()):
        if word in among:
            hits[word] = 0.9
    if typed in hits:
        hits[typed] = 1.0
    return hits


def alike(typed: str, among: Vocabulary) -> Hits:
    """The words that sound so, or begin to."""
    heard = sound(typed)
    hits: Hits = {}
    if len(heard) < _LEAST_SOUND and not is_arabic(typed):
        return hits
    for key in among.sounds.begun(heard):
        share = len(heard) / len(key)
        for word in among.sounds.of(key):
            near = 0.08 * _similar(typed, word) if key == heard else 0.0
            hits[word] = 0.66 + near if key == heard else 0.56 + 0.1 * share
    return hits


def other_script(typed: str, among: Vocabulary) -> Hits:
    """The words of the other script that have the same consonants, or nearly."""
    bare, others = skeleton(typed), among.skeletons(not is_arabic(typed))
    if not bare or not others.keys:
        return {}
    hits: Hits = {}
    heard = sound(typed)
    for key, fits in _near_skeletons(bare, others):
        for word in others.of(key):
            near = _similar(heard, sound(word))
            sure = near > _LEAST_NEAR or len(key) > _LEAST_CONSONANTS
            hits[word] = fits + 0.1 * near if sure else 0.35  # not enough by itself
    return hits


def _near_skeletons(bare: str, others: Sorted) -> Iterator[tuple[str, float]]:
    size = len(bare)
    if size > _LEAST_CONSONANTS:
        for some in others.about_as_long(size, 1):
            yield from ((key, 0.3 + 0.04 * size) for key in _near(bare, some, 1))
        yield from ((key, 0.3 + 0.2 * size / len(key)) for key in others.begun(bare))
    yield bare, min(0.45 + 0.06 * size, 0.66)


def mistyped(typed: str, among: Vocabulary) -> Hits:
    """The words that sound so but for an error or two, or have the same consonants."""
    hits: Hits = {}
    for key in _nearly(sound(typed), among.sounds):
        _take(hits, typed, among.sounds.of(key))
    bare = skeleton(typed)
    if len(bare) > _LEAST_CONSONANTS and len(typed) >= _LEAST_ERRORS:
        for word in among.skeletons(is_arabic(typed)).of(bare):
            hits[word] = max(hits.get(word, 0.0), 0.3 + 0.35 * _similar(typed, word))
    return hits


def misspelt(typed: str, among: Vocabulary) -> Hits:
    """The words that are written so, or begin so, but for an error or two."""
    hits: Hits = {}
    _take(hits, typed, _nearly(typed, among.words))
    if len(typed) >= _LEAST_ERRORS:
        for beginning in _near(typed, among.words.cut(len(typed)), 1):
            fits = 0.5 * _similar(typed, beginning)
            for word in among.words.begun(beginning):
                hits.setdefault(word, fits)
    return hits


def _nearly(typed: str, keys: Sorted) -> Iterator[str]:
    """The keys that differ by an error, in longer words by two."""
    length = len(typed)
    if length < _LEAST_SOUND:
        return
    errors = 1 if length < _TWO_ERRORS else 2
    for some in keys.about_as_long(length, errors):
        yield from _near(typed, some, errors)


def _near(typed: str, keys: Sequence[str], most: int) -> list[str]:
    near = extract(typed, keys, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [key for key, errors, _ in near if errors]


def _take(hits: Hits, typed: str, words: Iterable[str]) -> None:
    heard = sound(typed)
    for word in words:
        written = _similar(typed, word)
        fits = 0.95 * max(written, (written + _similar(heard, sound(word))) / 2) - 0.12
        if word[0] != typed[0]:
            fits -= 0.05 if len(typed) > _TWO_ERRORS else 0.1
        if fits > 0.3:
            hits[word] = min(fits, 0.74)


def _similar(one: str, other: str) -> float:
    return float(OSA.normalized_similarity(one, other))
