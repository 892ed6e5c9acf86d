"""Which words may be meant by a typed one, each with how well it fits, from 0 to 1.

Beginnings fit better than typing errors, and those better than what only sounds alike.
"""

from collections.abc import Iterable

from checkin.domain.sounds import is_arabic, skeleton, sound
from checkin.services.search.vocabulary import Vocabulary

Hits = dict[str, float]

BEGUN = 0.8  # what fits so well begins as it was typed
_LEAST_SOUND, _LEAST_ERRORS, _LEAST_CONSONANTS = 3, 4, 2
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
    bare, arabic = skeleton(typed), is_arabic(typed)
    hits: Hits = {}
    if not bare:
        return hits
    heard = sound(typed)
    for key, fits in _near_skeletons(bare, among):
        for word in among.skeletons.of(key):
            if is_arabic(word) != arabic:
                hits[word] = fits + 0.1 * _similar(heard, sound(word))
    return hits


def _near_skeletons(bare: str, among: Vocabulary) -> Iterable[tuple[str, float]]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    size = len(bare)
    yield bare, min(0.45 + 0.06 * size, 0.66)
    if size >= _LEAST_CONSONANTS + 1:
        for key in among.skeletons.begun(bare):
            if key != bare:
                yield key, 0.3 + 0.2 * size / len(key)
        near = extract(bare, among.skeletons.keys, scorer=OSA.distance, score_cutoff=1, limit=None)
        for key, errors, _ in near:
            if errors and not key.startswith(bare):
                yield key, 0.3 + 0.04 * size


def mistyped(typed: str, among: Vocabulary) -> Hits:
    """The words that are typed so with an error or two, or have its consonants."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    heard = sound(typed)
    most = _most_errors(len(heard))
    hits: Hits = {}
    if most:
        keys = among.sounds.keys
        for key, errors, _ in extract(
            heard, keys, scorer=OSA.distance, score_cutoff=most, limit=None
        ):
            if errors:
                _take(hits, typed, among.sounds.of(key))
    bare = skeleton(typed)
    if len(bare) >= _LEAST_CONSONANTS + 1 and len(typed) >= _LEAST_ERRORS:
        for word in among.skeletons.of(bare):
            hits[word] = max(hits.get(word, 0.0), 0.4 + 0.25 * _similar(typed, word))
    return hits


def _take(hits: Hits, typed: str, words: list[str]) -> None:
    for word in words:
        fits = 0.95 * _similar(typed, word) - 0.12
        if word[0] != typed[0]:
            fits -= 0.05
        if fits > 0.3:
            hits[word] = min(fits, 0.74)


def _most_errors(length: int) -> int:
    if length < _LEAST_SOUND:
        return 0
    return 1 if length < 6 else 2


def _similar(one: str, other: str) -> float:
    from rapidfuzz.distance import OSA

    return float(OSA.normalized_similarity(one, other))
