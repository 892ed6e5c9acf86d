"""Names that a text with typing errors may have been meant for; only ever offered."""

from collections.abc import Sequence
from functools import lru_cache

_SHORTEST = 4  # letters: of three, every code is near to every other
_TWO_ERRORS = 10
_MOST = 4
Named = tuple[str, str]


def nearest(texts: Sequence[str], names: tuple[Named, ...]) -> tuple[str, ...]:
    """The codes of the names nearest to a folded text, none where too many are as near."""
    for errors in (1, 2):
        least = _SHORTEST if errors == 1 else _TWO_ERRORS
        tried = [text for text in texts if len(text) >= least]
        found = dict.fromkeys(code for text in tried for code in _near(text, names, errors))
        if found:
            return tuple(found) if len(found) <= (_MOST if errors == 1 else 1) else ()
    return ()


def _near(text: str, names: tuple[Named, ...], errors: int) -> list[str]:
    mask, length = _letters(text), len(text)
    return [
        code
        for name, code, letters in _outlines(names)
        if abs(len(name) - length) <= errors
        and (letters ^ mask).bit_count() <= 2 * errors
        and len(name) >= _SHORTEST
        and edits(text, name) <= errors
    ]


@lru_cache(maxsize=2)
def _outlines(names: tuple[Named, ...]) -> list[tuple[str, str, int]]:
    return [(name, code, _letters(name)) for name, code in names]


def _letters(text: str) -> int:
    """Which letters a text has, one bit for each."""
    mask = 0
    for letter in text:
        mask |= 1 << (ord(letter) & 63)
    return mask


def edits(one: str, other: str) -> int:
    """How many letters must be added, left out, changed or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, last, row = row, before, [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != wanted))
            swapped = at > 1 < to and letter == other[to - 2] and one[at - 2] == wanted
            row.append(min(cost, last[to - 2] + 1) if swapped else cost)
    return row[-1]
