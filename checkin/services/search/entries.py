"""What somebody is found by: the words of the name, and the texts shared with others."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from checkin.domain.delegate import Delegate
from checkin.domain.meeting import LANGUAGES
from checkin.domain.sounds import joined_letters
from checkin.domain.text import words

_GLUED = frozenset(
    (
        *("abd", "abdel", "abdoul", "abdul", "abou", "abu", "ag", "ait", "al", "ap", "as", "ben"),
        *("bin", "bou", "d", "da", "de", "del", "den", "der", "des", "di", "do", "dos", "du"),
        *("el", "ibn", "l", "la", "le", "m", "mac", "mc", "n", "o", "ou", "ould", "saint", "san"),
        *("st", "te", "ten", "ter", "van", "von", "عبد", "بن", "ال", "ابو", "ولد"),
    )
)
_SHORT = 2


def searched(text: str) -> tuple[str, ...]:
    """The words of a text as they are looked up."""
    return tuple(map(joined_letters, words(text)))


def name_words(delegate: Delegate) -> tuple[str, ...]:
    """The words of the name in the order of the list, then particles joined to what follows."""
    own = searched(delegate.name)
    script = searched(delegate.name_in_script)
    return tuple(dict.fromkeys((*own, *script, *_joined(own), *_joined(script))))


def _joined(own: tuple[str, ...]) -> Iterator[str]:
    """`elzein` of `El Zein`, `mbah` of `M. Bah`: as they are often written."""
    for one, other in pairwise(own):
        if one in _GLUED or len(one) <= _SHORT:
            yield one + other


@lru_cache(maxsize=1024)
def place_words(place: str, country: str | None) -> frozenset[str]:
    """The words of a delegation as it is written and in five languages, and its code."""
    from checkin.documents.countries import shown

    names = (place, *(shown(place, country, language) for language in LANGUAGES), country or "")
    return frozenset(word for name in names for word in searched(name))
