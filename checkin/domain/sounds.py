"""How a name sounds, whatever its spelling: for words that are folded already (`text.words`).

Two forms. A `sound` keeps the vowels and joins what people write for one sound: Mohammed and
Mohamed, Cheikh and Sheikh, Ouattara and Wattara. A `skeleton` is the consonants alone, the same
for a Latin name and for that name in Arabic letters, where short vowels stay unwritten.
"""

import re
from functools import lru_cache

_PERSIAN = str.maketrans("کیگڤپچژ", "كيجفبشج")
_IS_ARABIC = re.compile("[\u0621-\u064a]")
_ARTICLE, _SERVANT = "ال", "عبد"
_SHORTEST = 4  # Arabic letters of a word that may begin with the article
_LETTERS = "بتثجحخدذرزسشصضطظغفقكلمنه"
_CONSONANTS = str.maketrans(_LETTERS, "bttjhkddrss$sdtsgfkklmnh")
_READ = str.maketrans(f"{_LETTERS}اوي", "bttjhkddrssxsdtsgfkklmnhaui")
_TWICE = re.compile(r"(.)\1+")
_OTHERS = re.compile(r"[^a-z0-9$]+")

_ALIKE = (
    *(("sch|tch|ch(?![rl])|sh", "x"), ("dj", "j"), ("kh|ck|cq|qu|ch", "k"), ("gh", "g")),
    *(("ph", "f"), ("th", "t"), ("dh", "d"), ("gn|nh", "n"), ("lh", "l")),
    *(
        ("(?<!a)ou(?=[aeio])|w", "v"),
        ("eau|aou|au|ou|o", "u"),
        ("[ae][iy](?![aeiou])", "e"),
        ("y", "i"),
    ),
    *(("c(?=[eiy])|ts|z", "s"), ("c|q", "k"), ("gu(?=[ei])", "g"), ("g(?=[eiy])", "j")),
    *(("x", "ks"), ("h|e$", "")),
)
_BARE = (
    *(("^abd[aeiou]l?(?=[a-z])", "bd"), ("sch|tch|ch(?![rl])|sh", "$"), ("dj", "j")),
    *(("kh|ck|cq|qu|ch", "k"), ("gh", "g"), ("ph|v", "f"), ("th", "t"), ("dh", "d"), ("gn", "n")),
    *(("c(?=[eiy])|ts|z", "s"), ("c|q", "k"), ("gu(?=[ei])", "g"), ("g(?=[eiy])", "j")),
    *(("x", "ks"), ("p", "b"), ("h$|[aeiouyw]", "")),
)


class _Rules:
    """Spellings, each with what stands for it; the first that fits is taken."""

    def __init__(self, rules: tuple[tuple[str, str], ...]) -> None:
        self._found = re.compile("|".join(f"({spelling})" for spelling, _ in rules))
        self._put = (None, *(put for _, put in rules))

    def applied(self, word: str) -> str:
        put = self._found.sub(lambda found: self._put[found.lastindex or 0] or "", word)
        return _TWICE.sub(r"\1", put)


_SOUND, _SKELETON = _Rules(_ALIKE), _Rules(_BARE)


def is_arabic(word: str) -> bool:
    """Whether it is written in Arabic letters."""
    return not word.isascii() and _IS_ARABIC.search(word) is not None


def joined_letters(word: str) -> str:
    """A folded word with the Persian forms of Arabic letters as Arabic writes them."""
    return word if word.isascii() else word.translate(_PERSIAN)


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """What a folded word sounds like; Arabic letters as they are read, without short vowels."""
    if word.isascii():
        once = _TWICE.sub(r"\1", word)
        return _SOUND.applied(once) or once
    if not is_arabic(word):
        return word
    bare = _without_article(word).removesuffix("ه")
    return _TWICE.sub(r"\1", _OTHERS.sub("", bare.translate(_READ))) or word


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """The consonants of a folded word in Latin or Arabic letters; "" where it has none."""
    if word.isascii():
        return _SKELETON.applied(_TWICE.sub(r"\1", word))
    if not is_arabic(word):
        return ""
    bare = _without_article(word).removesuffix("ه").removesuffix("ح")
    return _TWICE.sub(r"\1", _OTHERS.sub("", bare.translate(_CONSONANTS)))


def _without_article(word: str) -> str:
    """The name behind its article, and behind `Abd al-`, which is often left out or joined."""
    if len(word) >= _SHORTEST and word.startswith(_ARTICLE):
        return word[len(_ARTICLE) :]
    servant = _SERVANT + _ARTICLE
    return _SERVANT + word[len(servant) :] if word.startswith(servant) else word
