"""Text read as cp1252 whose letters stand as those of another encoding do.

Nothing is changed for it: somebody who looks at the letters is told, and chooses.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

_PROBED = 1 << 20  # bytes
_MOST_WORDS = 5_000
_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_RUN = re.compile(rb"[\x80-\xff]{3}")
_OTHER_SCRIPTS = {
    "cp1251": (re.compile("[\u0400-\u045f]+"), "оеаинтсрвлкд"),
    "cp1253": (re.compile("[\u0386-\u03ce]+"), "αοιετσνηυρςό"),
    "cp1256": (
        re.compile("[\u0621-\u0652\u067e\u0686\u0698\u06a9\u06af\u06c1\u06d2]+"),
        "الميندربعحس",
    ),
}

_CENTRAL = re.compile(  # where a letter of cp1252 stands as no name of Western Europe has it
    "|".join(
        (
            r"[³¹ºª£¥¯][a-záéíóúýšžêœñ]",  # Stanis³aw, Zaj¹c, Iaºi, £ukasz
            r"(?<=[a-zóáê])[¿¾Ÿ](?=[a-zêóáý]|$)|[\ufffd](?=[a-z]|$)",  # Ró¿a, Jabloñski
            r"[èæ](?=[aiouáíéýùk]|$)|è(?=e)|[ÈÆ]$|^È(?=[a-záéíìý])",  # Kovaè, Petroviæ, Èerný
            r"[øØ](?=[aeiouáíéìùAEIOUÁÍÉ]|$)",  # Dvoøák, Jiøí
            r"ì(?=\w)|ù(?=\w)",  # Zdenìk, Rùžièka
            r"[ñÑ](?=[bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ]|$)",  # Kamiñski
            r"[ãÃ](?=[bcdfghijklmnpqrstuvwxzBCDFGHIJKLMNPQRSTUVWXZ])",  # Bãsescu
            r"(?<=[aio])œ|œ(?=[bcdfghjklmpqrstvwxz]|$)|õ$",  # Wiœniewski, Gergõ
        )
    )
)
_WESTERN = re.compile(
    r"è[b-df-hj-np-tv-z]{1,2}(?:e|es|s|$)|è[st]$|[ñÑ][aeiouáéíóúAEIOUÁÉÍÓÚ]|[ãõ][eo]|[ÃÕ][EO]|"
    r"[øØ][b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]|[æÆ][a-zA-Z]|[òìùà]$|œu"
)


class Doubt(NamedTuple):
    """The encoding that fits better, and a word as it was read and as it would be."""

    better: str
    read: str
    meant: str


def doubt_of(data: bytes) -> Doubt | None:
    """What bytes read as cp1252 would better be read as; None where that is not plain."""
    if data.isascii():
        return None
    words = list(_words(data[:_PROBED]))
    if not words:
        return None
    foreign = [word for word in words if _RUN.search(word)]
    many = len(foreign) > 1 or 2 * len(foreign) > len(words)
    other = _of_other_script(foreign) if many else None
    return other or _of_central_europe([word for word in words if len(word) > 1])


def _words(data: bytes) -> Iterator[bytes]:
    for count, found in enumerate(_WORD.finditer(data)):
        if count == _MOST_WORDS:
            return
        yield found[0]


def _of_other_script(words: list[bytes]) -> Doubt | None:
    """Words that are nothing but letters beyond ASCII: which script makes words of them?"""
    fits = {name: _share(words, name) for name in _OTHER_SCRIPTS}
    best = max(fits, key=lambda name: fits[name])
    whole = _OTHER_SCRIPTS[best][0]
    return _told(words, best, lambda word: bool(whole.fullmatch(word))) if fits[best] else None


def _share(words: list[bytes], encoding: str) -> float:
    """How many of an encoding's letters are common ones; 0 where few words are of one script."""
    whole, common = _OTHER_SCRIPTS[encoding]
    texts = [word.decode(encoding, "replace") for word in words]
    good = [text for text in texts if whole.fullmatch(text) and _is_cased(text)]
    if 4 * len(good) < 3 * len(texts):
        return 0.0
    letters = Counter("".join(good).lower())
    return sum(letters[one] for one in common) / letters.total()


def _is_cased(text: str) -> bool:
    """Whether a word's capitals stand as they do in words."""
    return text[1:].islower() or text.isupper() or text.lower() == text.upper()


def _of_central_europe(words: list[bytes]) -> Doubt | None:
    texts = [word.decode("cp1252", "replace") for word in words]
    central = [word for word, text in zip(words, texts, strict=True) if _CENTRAL.search(text)]
    western = sum(_WESTERN.search(text) is not None for text in texts)
    if len(central) <= western:
        return None
    return _told(central, "cp1250", str.isalpha)


def _told(words: list[bytes], better: str, is_whole: Callable[[str], bool]) -> Doubt | None:
    """The doubt with the first word that is a whole one in the better encoding."""
    meant = ((word, word.decode(better, "replace")) for word in words)
    found = next(((word, text) for word, text in meant if is_whole(text)), None)
    return Doubt(better, found[0].decode("cp1252", "replace"), found[1]) if found else None
