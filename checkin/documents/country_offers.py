"""Names that a text with typing errors may have been meant for; only ever offered."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_SHORTEST = 4  # letters: of three, every code is near to every other
_TWO_ERRORS = 10
_MOST = 4
Named = tuple[str, str]


def nearest(texts: Sequence[str], names: tuple[Named, ...]) -> tuple[str, ...]:
    """The codes of the names nearest to a folded text, none where too many are as near."""
    for errors in (1, 2):
        least = _SHORTEST if errors == 1 else _TWO_ERRORS
        tried = {text for text in texts if len(text) >= least}
        found = dict.fromkeys(code for text in tried for code in _near(text, names, errors))
        if found:
            return tuple(found) if len(found) <= (_MOST if errors == 1 else 1) else ()
    return ()


def _near(text: str, names: tuple[Named, ...], errors: int) -> list[str]:
    mask, by_length, pieces = _letters(text), _by_length(names), _pieces(text, 2 * errors + 1)
    return [
        code
        for length in range(len(text) - errors, len(text) + errors + 1)
        for name, code, letters in by_length.get(length, ())
        if (letters ^ mask).bit_count() <= 2 * errors
        and any(piece in name for piece in pieces)
        and edits(text, name, errors) <= errors
    ]


def _pieces(text: str, count: int) -> list[str]:
    """A text in so many pieces that errors, each in two of them at most, leave one as it is."""
    ends = [len(text) * at // count for at in range(count + 1)]
    return [text[begin:end] for begin, end in pairwise(ends)]


@lru_cache(maxsize=2)
def _by_length(names: tuple[Named, ...]) -> dict[int, list[tuple[str, str, int]]]:
    found: dict[int, list[tuple[str, str, int]]] = {}
    for name, code in names:
        if len(name) >= _SHORTEST:
            found.setdefault(len(name), []).append((name, code, _letters(name)))
    return found


def _letters(text: str) -> int:
    """Which letters a text has, one bit for each."""
    mask = 0
    for letter in text:
        mask |= 1 << (ord(letter) & 63)
    return mask


def edits(one: str, other: str, most: int = 2) -> int:
    """How many letters must be added, left out, changed or swapped with their neighbour.

    Counted to one more than `most`.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, last, row = row, before, [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != wanted))
            swapped = at > 1 < to and letter == other[to - 2] and one[at - 2] == wanted
            row.append(min(cost, last[to - 2] + 1) if swapped else cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return min(row[-1], most + 1)
