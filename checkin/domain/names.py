"""A full name in one column: split only where the list itself shows the seam."""

from checkin.domain.text import clean

_ROMANCE = ("da", "das", "de", "del", "di", "do", "dos", "e", "la", "las", "los", "y")
_OTHERS = ("al", "ben", "bin", "bint", "den", "der", "el", "ould", "ter", "van", "von", "zu")
_PARTICLES = frozenset((*_ROMANCE, *_OTHERS))


def split_full_name(full: str) -> tuple[str, str]:
    """(family name, given names) of a name written in one column; no letter is changed.

    Split at `Surname, Given` or at a run of capitals at either end; else all of it is the
    family name and the given names are empty.
    """
    name = clean(full)
    family, comma, given = name.partition(",")
    if not comma:
        return _split_capitals(name.split())
    if family.strip() and given.strip() and "," not in given:
        return family.strip(), given.strip()
    return name, ""  # DUPONT, Jean, Jr: no seam that is sure


def _split_capitals(words: list[str]) -> tuple[str, str]:
    leading = _last_capitals(words[: _run(words)])
    trailing = _run(words[::-1]) if _last_capitals(words) == len(words) else 0
    if 0 < leading < len(words) and not trailing:
        return " ".join(words[:leading]), " ".join(words[leading:])
    if 0 < trailing < len(words) and not leading:
        return " ".join(words[-trailing:]), " ".join(words[:-trailing])
    return " ".join(words), ""


def _run(words: list[str]) -> int:
    """How many words from the start form a run of capitals, particles such as `de` included."""
    count = 0
    for word in words:
        if not _capitals(word) and word.casefold() not in _PARTICLES:
            break
        count += 1
    return count if any(map(_capitals, words[:count])) else 0


def _last_capitals(words: list[str]) -> int:
    """Where the last word in capitals ends: `Ben` of `SMITH Ben` is a given name."""
    return max((end for end, word in enumerate(words, 1) if _capitals(word)), default=0)


def _capitals(word: str) -> bool:
    """Whether a word is written in capitals; `M.` and `J.-P.` are not, they are initials."""
    return sum(letter.isalpha() for letter in word) > 1 and word.isupper() and "." not in word


def whole_name(family_name: str, given_names: str) -> str:
    """The whole name as it is shown: family name first, as on badges and lists."""
    return f"{family_name} {given_names}".strip()
