"""Texts as people write them: cleaned for the screen, folded for comparison."""

import re
import unicodedata
from functools import lru_cache

_KEPT_FORMAT = {"\u200c", "\u200d"}  # joiners change how Arabic and Persian words are written
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼʹ′＇", "'"))
_ARABIC = str.maketrans(
    {"ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None}
)  # hamza and madda fall as accents
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # all that stand beside Latin letters
_LONGEST_QUOTED = 60  # letters
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def clean(text: str) -> str:
    """One line without controls, direction overrides or surrogates; composed; letters unchanged."""
    kept = text if text.isprintable() else "".join(map(_shown, text))
    return " ".join((kept if kept.isascii() else unicodedata.normalize("NFC", kept)).split())


def shortened(text: str, most: int) -> str:
    """The same, cut where it is longer than anybody reads: a cell may hold a million letters."""
    whole = clean(text[: 4 * most])
    return whole if len(whole) <= most else f"{whole[:most]}…"


def quoted(text: str) -> str:
    """What somebody typed or a list holds, as a sentence repeats it."""
    return shortened(text, _LONGEST_QUOTED)


def _shown(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if category in ("Cs", "Cn", "Co") or (category == "Cf" and letter not in _KEPT_FORMAT):
        return ""
    return letter


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower-case words without accents, one blank between: `Côte d’IVOIRE` is `cote d'ivoire`.

    Two texts that people take for the same fold to the same; Arabic hamza, madda and
    tatweel variants are joined. Used for matching and search keys, never shown.
    """
    return " ".join(filter(None, map(_folded, text.split())))


@lru_cache(maxsize=16_384)
def _folded(word: str) -> str:
    """A word folded: names and ministries have the same ones again and again."""
    if word.isascii() and word.isprintable():
        return " ".join(_WORD.findall(word.lower().replace("`", "'")))
    apart = _apart(clean(word).translate(_APOSTROPHES)).translate(_APOSTROPHES)
    plain = _apart(apart.casefold()).translate(_LATIN).translate(_ARABIC)
    bare = _ACCENTS.sub("", plain)
    if not bare.isascii():
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(bare))


def _apart(text: str) -> str:
    """Letters, accents, ligatures and the forms of Arabic letters each for themselves."""
    return unicodedata.normalize("NFKD", text)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, apostrophes dropped so that `ndiaye` finds `N'Diaye`."""
    return tuple([word for part in text.split() for word in _words_of(part)])


@lru_cache(maxsize=16_384)
def _words_of(part: str) -> tuple[str, ...]:
    return tuple(_folded(part).replace("'", "").split())


def whole_name(family_name: str, given_names: str) -> str:
    """The whole name as it is shown: family name first, as on badges and lists."""
    return f"{family_name} {given_names}".strip()
