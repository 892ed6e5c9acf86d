"""A full name in one column: split only where the list itself shows the seam."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from checkin.domain.honorifics import is_title, part_titles, title_last
from checkin.domain.text import clean, fold

_ROMANCE = (
    *("da", "das", "de", "del", "della", "delle", "des", "di", "do", "dos", "du", "e", "la", "las"),
    *("le", "los", "y"),
)
_GERMANIC = ("den", "der", "het", "op", "te", "ten", "ter", "van", "vande", "vanden", "vander")
_OTHERS = (
    *("ait", "aït", "al", "ben", "bin", "bint", "el", "ibn", "mac", "mc", "o", "ould", "von", "zu"),
    *("zum", "zur", "af", "av"),
)
_PARTICLES = frozenset((*_ROMANCE, *_GERMANIC, *_OTHERS))
_JOINTS = frozenset(("e", "y"))
_PREFIXES = (
    *("Mc", "Mac", "Fitz", "De", "Di", "Du", "La", "Le", "Van", "al-", "Al-", "el-", "El-", "ben-"),
    *("Ben-", "bin-", "Bin-", "Aït-", "Ait-", "O'", "O’", "d'", "d’", "D'", "D’", "l'", "l’", "n'"),
    *("n’", "dell'", "dell’", "dall'", "dall’", "M'", "M’"),
)
_SUFFIXES = frozenset(("jr", "jnr", "snr", "ii", "iii", "iv", "fils", "pere", "filho", "neto"))
_NO_SURNAMES = frozenset(
    (
        *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIV", "XVI"),
        *("MP", "MPP", "MEP", "MLA", "PHD", "MBA", "MBE", "OBE", "CBE", "KC", "QC", "LLM", "LLB"),
        *("KCMG", "CMG", "MSC", "BSC", "JP"),
    )
)
_SEAM = re.compile(r"\s*[,،]\s*")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]$")
_GLUED = re.compile(
    r"(?<![^\s.])((?:Mr|Mrs|Ms|Mme|Mlle|Dr|Dra|Prof|Sr|Sra|Eng|Ing)\.)(?=[^\W\d_]{2})"
)
_SURNAMES_TOO = frozenset(("HE", "SE", "SEM"))
_EDGES = " /|()[]-–—,،"
_LATIN_ENDS = "\u024f"


@dataclass(frozen=True, slots=True)
class FullName:
    """What a name in one column says; every word of it stands in one of the four."""

    family_name: str
    given_names: str = ""
    honorific: str = ""
    name_in_script: str = ""


def read_name(full: str, *, titles: bool = True, scripts: bool = True) -> FullName:
    """A name in one column: titles apart, Arabic beside Latin apart, family and given names.

    No letter is changed and no word lost; in doubt a word stays in the family name. Titles
    and scripts are left in the name where the list has them in columns of their own.
    """
    name = clean(full)
    before, name = _titles_apart(name) if titles else ("", name)
    script, name = _parted_by_script(name) if scripts else ("", name)
    beside, name = _titles_apart(name) if titles and script else ("", name)
    family, given = _split(name)
    if family in _SURNAMES_TOO and " " in given:
        family, given = name, ""
    return FullName(family, given, f"{before} {beside}".strip(), script)


def _titles_apart(full: str) -> tuple[str, str]:
    """(titles, the name without them), wherever they stand around it."""
    honorific, rest = part_titles(_GLUED.sub(r"\1 ", full))
    last, rest = title_last(rest)
    honorific = f"{honorific} {last}".strip()
    bracket = _BRACKET.search(rest) if rest.endswith((")", "]")) else None
    if bracket and rest[: bracket.start()].strip() and is_title(bracket[1], third=True):
        honorific = f"{honorific} {bracket[1]}".strip()
        rest = rest[: bracket.start()].strip()
    if "," not in rest and "،" not in rest:
        return honorific, rest
    parts = _SEAM.split(rest)
    after, parts = _titles_after(parts)
    if after:
        rest = ", ".join(parts)
    inside, rest = _title_inside(rest, parts)
    return " ".join(filter(None, (honorific, inside, after))), rest


def _titles_after(parts: list[str]) -> tuple[str, list[str]]:
    """`Dr.` of `DUPONT Jean, Dr.`, and what stands before it."""
    last = len(parts) - 1
    if last < 1 or not any(map(str.isalpha, parts[0])):
        return "", parts
    if is_title(parts[last], third=last > 1):
        return parts[last], parts[:last]
    return "", parts


def _title_inside(rest: str, parts: list[str]) -> tuple[str, str]:
    """`Mr.` of `SMITH, Mr. John`."""
    if len(parts) != 2 or not parts[0]:
        return "", rest
    title, given = part_titles(parts[1])
    return (title, f"{parts[0]}, {given}") if title else ("", rest)


def _split(name: str) -> tuple[str, str]:
    if "," not in name and "،" not in name:
        return _split_capitals(name.split())
    parts, suffix = _suffix_apart(_SEAM.split(name))
    if fold(parts[-1]) == "sr":  # a señor, or the father of a junior
        return name, ""
    if len(parts) == 1 and suffix:
        family, given = _split_capitals(parts[0].split())
        return (f"{family} {suffix}", given) if given else (name, "")
    if len(parts) == 2 and all(parts) and not _split_capitals(parts[0].split())[1]:
        return f"{parts[0]} {suffix}".strip(), parts[1]
    return name, ""  # Bennani, Mohamed, PhD: no seam that is sure


def _suffix_apart(parts: list[str]) -> tuple[list[str], str]:
    """`DUPONT, Jean, Jr` and `DUPONT, Jr, Jean` without `Jr`, and `Jr`."""
    for at in range(len(parts) - 1, 0, -1):
        if _is_suffix(parts[at]):
            return [*parts[:at], *parts[at + 1 :]], parts[at]
    return parts, ""


@lru_cache(maxsize=65_536)
def _is_suffix(word: str) -> bool:
    return fold(word) in _SUFFIXES


def _split_capitals(words: list[str]) -> tuple[str, str]:
    if len(words) < 2 or not any(map(_capitals, words)):
        return " ".join(words), ""
    leading = _last_capitals(words[: _run(words)])
    ending = 1 if len(words) > 2 and _is_suffix(words[-1]) else 0
    before = words[: len(words) - ending]
    trailing = _run(before[::-1]) if before and _capitals(before[-1]) else 0
    if 0 < leading < len(words) and not trailing:
        return _apart(words, 0, leading)
    if 0 < trailing < len(before) and not leading:
        return _apart(words, len(before) - trailing, len(words))
    return " ".join(words), ""


def _apart(words: list[str], begin: int, end: int) -> tuple[str, str]:
    """Words from `begin` to `end` as the family name, if nothing beside them says otherwise."""
    family, given = words[begin:end], [*words[:begin], *words[end:]]
    joined = end < len(words) and words[end].casefold() in _JOINTS
    if joined or any(map(_surname, given)) or not any(map(_surname, family)):
        return " ".join(words), ""
    return " ".join(family), " ".join(given)


def _run(words: list[str]) -> int:
    """How many words from the start form a run of capitals, particles such as `de` included."""
    count = 0
    for word in words:
        if not _capitals(word) and word.casefold() not in _PARTICLES:
            break
        count += 1
    return count if count and any(map(_capitals, words[:count])) else 0


def _last_capitals(words: list[str]) -> int:
    """Where the last word in capitals ends: `Ben` of `SMITH Ben` is a given name."""
    return max((end for end, word in enumerate(words, 1) if _capitals(word)), default=0)


@lru_cache(maxsize=65_536)
def _capitals(word: str) -> bool:
    """Whether a word is written in capitals: `McDONALD` too, `M.` and `J.-P.` are initials."""
    if word.isupper():
        return "." not in word and sum(map(str.isalpha, word)) > 1
    if word.islower() or word.istitle():
        return False
    bare = next((word[len(one) :] for one in _PREFIXES if word.startswith(one)), word)
    plain = bare.replace("ß", "S")
    return plain.isupper() and sum(map(str.isalpha, plain)) > 1


@lru_cache(maxsize=65_536)
def _surname(word: str) -> bool:
    """Whether capitals are a name's: not `III`, `MP`, a particle, nor initials such as `JP`."""
    if not _capitals(word) or word in _NO_SURNAMES or word.casefold() in _PARTICLES:
        return False
    letters = fold(word)
    return len(letters) > 3 or letters == "ng" or any(one in "aeiouy" for one in letters)


def _parted_by_script(name: str) -> tuple[str, str]:
    """(the name in its own script, the Latin one) where both are written one after the other."""
    if name.isascii():
        return "", name
    runs = [(script, list(held)) for script, held in groupby(name.split(), _is_latin)]
    kinds = [script for script, _ in runs if script is not None]
    if sorted(kinds) != [False, True] or any(_is_number(*run) for run in runs):
        return "", name
    texts = {script: " ".join(held).strip(_EDGES) for script, held in runs}
    if not any(_is_word(word) for word in texts[True].split()):
        return "", name
    return texts[False], texts[True]


def _is_number(script: bool | None, words: list[str]) -> bool:
    return script is None and any(map(str.isalnum, "".join(words)))


def _is_latin(word: str) -> bool | None:
    """None for a word without letters."""
    letter = next(filter(str.isalpha, word), None)
    return None if letter is None else letter <= _LATIN_ENDS or "\u1e00" <= letter <= "\u1eff"


def _is_word(word: str) -> bool:
    return sum(map(str.isalpha, word)) > 1
