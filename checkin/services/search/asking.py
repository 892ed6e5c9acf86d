"""What was typed, word by word, and other ways to read it: joined, parted, another keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkin.domain.honorifics import is_title
from checkin.domain.text import words
from checkin.services.search.entries import searched
from checkin.services.search.matching import ALIKE
from checkin.services.search.vocabulary import Vocabulary

_MOST_WORDS = 12  # nobody's name and country have more; the rest of a pasted text is left
_LONGEST_WORD = 40
_SLIGHT, _HEAVIEST = 0.5, 6
_SHORT_PARTS, _SHORTEST_MISTYPED = 2, 3
_PARTICLES = frozenset(ALIKE) | frozenset(
    (
        *("da", "das", "de", "del", "den", "der", "des", "di", "do", "dos", "du", "e", "la", "las"),
        *("le", "les", "los", "van", "von", "y", "ait", "ag", "بن", "ال"),
    )
)
_KEYBOARD = str.maketrans({"q": "a", "a": "q", "w": "z", "z": "w", ";": "m", ",": "m"})
_SWAPPED = frozenset("qwz;,")


@dataclass(frozen=True, slots=True)
class Typed:
    """One typed word: how much it weighs, and whether it may be missing without loss."""

    word: str
    weight: float
    optional: bool = False


def read_words(text: str) -> tuple[Typed, ...]:
    """The words of a text; titles and particles are not insisted on beside others."""
    found = tuple(dict.fromkeys(word[:_LONGEST_WORD] for word in searched(text)))[:_MOST_WORDS]
    titles = _titles(text) if len(found) > 1 else frozenset()
    return _typed(found, titles)


def _typed(found: tuple[str, ...], titles: frozenset[str]) -> tuple[Typed, ...]:
    slight = [word in titles or word in _PARTICLES for word in found]
    if all(slight):
        slight = [False] * len(found)
    pairs = zip(found, slight, strict=True)
    typed = tuple(Typed(word, _SLIGHT if light else _weight(word), light) for word, light in pairs)
    if any(len(one.word) > 1 and not one.optional for one in typed):
        return tuple(replace(one, optional=one.optional or _is_initial(one.word)) for one in typed)
    return typed


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()


def _weight(word: str) -> float:
    return float(min(len(word), _HEAVIEST))


def _titles(text: str) -> frozenset[str]:
    titles = (word for word in text.split()[:_MOST_WORDS] if is_title(word) or word in ("Sr", "M."))
    return frozenset(one for word in titles for one in words(word))


def other_readings(asked: tuple[Typed, ...], known: Vocabulary) -> Iterator[tuple[Typed, ...]]:
    """The same with two words as one, and with one word as two, where names are written so."""
    plain = tuple(one.word for one in asked)
    for at in range(len(plain) - 1):
        joined = plain[at] + plain[at + 1]
        if known.words.begins(joined):
            yield _typed((*plain[:at], joined, *plain[at + 2 :]), frozenset())
    for at, word in enumerate(plain):
        if word in known:
            continue
        for end in range(_SHORT_PARTS, len(word) - 1):
            if word[:end] in known and known.words.begins(word[end:]):
                yield _typed((*plain[:at], word[:end], word[end:], *plain[at + 1 :]), frozenset())


def other_keyboard(text: str) -> str:
    """What was meant, typed on an AZERTY keyboard as if on QWERTY; "" where that cannot be."""
    lower = text.lower()
    enough = len(lower.strip()) >= _SHORTEST_MISTYPED
    return lower.translate(_KEYBOARD) if enough and _SWAPPED & set(lower) else ""
