"""Titles and forms of address before and after a name, told from names that look like them.

A word is taken for a title only where it is one beyond doubt: `Dr.` always, `Ambassador` before
two words, `Gen` or `HE` (a surname too) only beside a surname in capitals or another title,
`Don` and `D.` only after a Spanish title, `Prince` only after an excellency.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from checkin.domain.text import fold

_SURE = (
    "mr, mrs, ms, miss, mx, messrs, m/s, mme, mlle, dr, drs, dra, prof, profa, profra, mgr, sr, "
    "sra, srta, excmo, excma, exmo, exma, ilmo, ilma, ilustrisimo, ilustrisima, dna, dqa, doña, "
    "monsieur, madame, mademoiselle, monseigneur, señor, señora, señorita, senhor, senhora, "
    "doctor, doctora, docteur, docteure, doutor, doutora, professor, professeur, professeure, "
    "profesor, profesora, professora, excelentissimo, excelentissima, excelentisimo, excelentisima,"
    " hon'ble, l'honorable, dr h.c., univ.-prof, dipl.-ing, dr.-ing, "
    "dr.ª, prof.ª, sr.ª, eng.º, eng.ª, الدكتور, الدكتورة"
)
_EXCELLENCY = (
    "his excellency, her excellency, son excellence, su excelencia, sua excelencia, h.e., s.e., "
    "s.e.m., h.e.mr, s.e.mme, s.e.sr, h.e.ms, h.r.h., hrh, s.a.r., his highness, her highness, "
    "his royal highness, her royal highness, son altesse, son altesse royale, su alteza, "
    "the honourable, the honorable, the hon, rt hon, the rt hon, right honourable, "
    "the right honourable, صاحب السعادة, صاحبة السعادة, صاحب المعالي, صاحبة المعالي, "
    "صاحب السمو, أصحاب السعادة"
)
_DOTTED = (
    "gen, col, cdr, cmdr, capt, cap, lt, sgt, maj, brig, gral, cnel, cne, cel, ten, eng, ing, lic, "
    "licda, hon, rev, pr, amb, arq, abg, mtro, mtra, fr, arch, mag, dipl, adv, insp, min, mons, "
    "h.c., د, أ.د, lt col, lt gen, maj gen, brig gen, t col, gen de div, comte, cdt, comm"
)
_NEVER_NAMES = "pr, amb, capt, cdr, cmdr, lt, sgt, gral, licda, cdt, brig, h.c."
_LONG = (
    "ambassador, ambassador?, ambassadeur, ambassadrice, embajador, embajadora, embaixador, "
    "embaixadora, minister, ministre, ministro, ministra, general, général, colonel, coronel, "
    "commander, commandant, comandante, captain, capitaine, capitán, capitão, lieutenant, "
    "teniente, tenente, brigadier, commissioner, commissaire, comisario, comisaria, comissário, "
    "senator, sénateur, sénatrice, senador, senadora, engineer, ingénieur, ingeniero, ingeniera, "
    "engenheiro, engenheira, maître, honourable, honorable, archbishop, reverend, sir, baroness, "
    "dato, datuk, frau, licenciado, licenciada, السيد, السيدة, الآنسة, الأستاذ, "
    "excellency, excellence, excelencia, excelência, l'ambassadeur, l'ambassadrice, "
    "général de brigade, général de division, général de corps d'armée, colonel major, "
    "lieutenant colonel, commissaire divisionnaire, commissaire principal, "
    "commissaire général, inspecteur général, general de brigada, general de división, "
    "teniente coronel, tenente coronel, comisario principal, comisario general, "
    "الأستاذة, سعادة, معالي, فخامة, سمو, الشيخ, الشيخة, الأمير, الأميرة, المهندس, المهندسة, اللواء,"
    " العميد, العقيد, السفير, السفيرة, الوزير, الوزيرة"
)
_BESIDE_SEAM = "he, se, sem, me, m, h e, s e"
_NOBLE = "sheikh, sheikha, shaikh, cheikh, prince, princess, princesse, emir, sultan, sayyid, lord"
_SPANISH = "sr, sra, srta, excmo, excma, exmo, exma, ilmo, ilma, señor, señora, senhor, senhora"
_DONS = "don, dom, dona, d"
_LAST = "mr, mrs, ms, mme, mlle, dr, prof, dra, sra, srta"
_ROLES = (
    "ministre, président, présidente, directeur, directrice, docteur, professeur, général, colonel,"
    " ambassadeur, ambassadrice, préfet, juge, commissaire, gouverneur, secrétaire, dr, prof"
)
_ARTICLES = ("le", "la", "el", "o", "a")
_COUPLES = ("et", "and", "&", "y", "e", "und", "/")
_MOST_WORDS = 4
_DOTTED_INSIDE = frozenset(
    (
        *("he", "se", "sem", "hemr", "hems", "semme", "sesr", "hrh", "sar", "hc", "dqa", "اد"),
        *("univprof", "dipling", "dring", "drqa", "profqa", "srqa", "engqo", "engqa"),
    )
)
"""`D.R. Smith` and `M.S. Khan` begin with initials, whatever they spell."""


class _Kind(Enum):
    SURE = auto()
    EXCELLENCY = auto()
    DOTTED = auto()
    LONG = auto()
    BESIDE_SEAM = auto()
    NOBLE = auto()
    DON = auto()


_LINES = (
    (_NOBLE, _Kind.NOBLE),
    (_DONS, _Kind.DON),
    (_BESIDE_SEAM, _Kind.BESIDE_SEAM),
    (_LONG, _Kind.LONG),
    (_DOTTED, _Kind.DOTTED),
    (_SURE, _Kind.SURE),
)


def _key(word: str) -> str:
    """`H.E.` as `he`, `D.ª` as `dqa`, `Maître` as `maitre`."""
    return fold(word.replace("ª", "qa").replace("º", "qo")).replace(" ", "")


@lru_cache(maxsize=16384)
def _seen(word: str) -> tuple[str, bool]:
    """The key of a word and whether it is written with a dot."""
    key = _key(word)
    initials = "." in word.strip(".") and (key not in _DOTTED_INSIDE or _is_lowered(word))
    return "" if initials else key, "." in word


def _is_lowered(word: str) -> bool:
    """`S.e. Tandoh` was `S.E. TANDOH` once: initials that somebody has re-cased."""
    return word[:1] in "HS" and word[2:3].islower()


def _phrase(written: str) -> tuple[str, ...]:
    return tuple(map(_key, written.split()))


@cache
def _titles() -> dict[tuple[str, ...], _Kind]:
    found = {_phrase(one): kind for line, kind in _LINES for one in line.split(", ")}
    for one in _EXCELLENCY.split(", "):
        plain = _phrase(one)
        if plain not in found:
            found[plain] = _Kind.EXCELLENCY
    return found


@cache
def _begins() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _titles())


@cache
def _keys(line: str) -> frozenset[str]:
    return frozenset(map(_key, line.split(", ")))


def _found(words: Sequence[str], at: int) -> tuple[int, _Kind] | None:
    """How many words from here make the longest title, and of what kind."""
    if _seen(words[at])[0] not in _begins():
        return None
    keys = tuple(_seen(word)[0] for word in words[at : at + _MOST_WORDS])
    for size in range(len(keys), 0, -1):
        kind = _titles().get(keys[:size])
        if kind:
            return size, _dotted_excellency(words[at], kind) if size == 1 else kind
    return None


def _dotted_excellency(word: str, kind: _Kind) -> _Kind:
    """`H.E.` and `S.E.M.` are titles where `HE` and `SEM` may be surnames."""
    key, dotted = _seen(word)
    return _Kind.EXCELLENCY if dotted and key in ("he", "se", "sem") else kind


def part_titles(text: str) -> tuple[str, str]:
    """(titles, the rest) of a name that may begin with titles; ("", text) where none is sure."""
    words = text.split()
    if not words or _seen(words[0])[0] not in _begins():
        return "", text
    end, before = 0, _Before()
    while end < len(words) and (found := _found(words, end)):
        size, kind = found
        if not _is_title(kind, words, end, size, before):
            break
        size += _role(words, end, size)
        before = _Before((*before.kinds, kind), (*before.keys, _seen(words[end])[0]))
        end += size
    return " ".join(words[:end]).rstrip(",،"), " ".join(words[end:]) if end else text


@dataclass(frozen=True, slots=True)
class _Before:
    """What titles stand before a word."""

    kinds: tuple[_Kind, ...] = ()
    keys: tuple[str, ...] = ()


def _is_title(kind: _Kind, words: Sequence[str], at: int, size: int, before: _Before) -> bool:
    rest = words[at + size :]
    if rest and (rest[0] in _COUPLES or (rest[0] in _ARTICLES and not _role(words, at, size))):
        return False
    if not any(map(_is_proper, rest)):
        return kind in (_Kind.SURE, _Kind.EXCELLENCY) and any(map(_has_letter, rest))
    if kind in (_Kind.SURE, _Kind.EXCELLENCY):
        return True
    if kind is _Kind.LONG:
        return bool(before.kinds) or sum(map(_is_proper, rest)) > 1
    if kind is _Kind.DOTTED:
        return _is_abbreviation(words[at], rest, before)
    if kind is _Kind.NOBLE:
        return _Kind.EXCELLENCY in before.kinds and sum(map(_is_proper, rest)) > 1
    if kind is _Kind.DON:
        spanish = not _keys(_SPANISH).isdisjoint(before.keys)
        return spanish and (_seen(words[at])[1] or len(rest) > 1)
    return _is_beside_seam(words, at, rest, before)


def _is_abbreviation(word: str, rest: Sequence[str], before: _Before) -> bool:
    """`Gen.` is a title, `Gen` beside a surname is a name unless an excellency is before it."""
    key, dotted = _seen(word)
    lofty = {_Kind.EXCELLENCY, _Kind.BESIDE_SEAM}.intersection(before.kinds)
    plain = key in _keys(_NEVER_NAMES) and (bool(before.kinds) or has_seam(rest))
    return dotted or bool(lofty) or plain


def _is_beside_seam(words: Sequence[str], at: int, rest: Sequence[str], before: _Before) -> bool:
    """Whether `HE`, `SE`, `Me` or `M.` is a title here and neither a surname nor an initial."""
    key, dotted = _seen(words[at])
    following = _found(rest, 0)
    if key == "m":
        if _role(words, at, 1) or before.keys[-1:] in (("se",), ("son",)):
            return True
        if not dotted and not before.kinds:
            return has_seam(rest)
        return _is_proper(rest[0]) and sum(map(_is_proper, rest)) > 1 and not _all_capitals(rest)
    if following and key in ("he", "se", "h", "s"):
        size, kind = following
        sure = kind in (_Kind.SURE, _Kind.EXCELLENCY, _Kind.BESIDE_SEAM)
        likely = kind in (_Kind.DOTTED, _Kind.LONG) and len(rest) > size + 1
        return likely or (sure and len(rest) > size)
    return key not in ("h", "s") and has_seam(rest)


def _role(words: Sequence[str], at: int, size: int) -> int:
    """How many of the words after a title lead to another: `le Ministre`, `el` of `el Sr.`."""
    after = words[at + size : at + size + 3]
    if len(after) < 3 or after[0] not in _ARTICLES:
        return 0
    if _seen(after[1])[0] in _keys(_ROLES):
        return 2
    return 1 if _found(after, 1) else 0


def has_seam(words: Sequence[str]) -> bool:
    """Whether some words are a surname in capitals and others are not."""
    capitals = sum(_capitals(word) for word in words)
    return capitals > 0 and any(_is_proper(word) and not word.isupper() for word in words)


def _all_capitals(words: Sequence[str]) -> bool:
    return all(word.isupper() for word in words)


def _capitals(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1 and "." not in word


def _is_proper(word: str) -> bool:
    """Whether a word may be a name of its own, and not an initial."""
    return "." not in word and sum(map(str.isalpha, word)) > 1


def _has_letter(word: str) -> bool:
    return any(map(str.isalpha, word))


def title_last(text: str) -> tuple[str, str]:
    """(title, the rest) of `SMITH John Mr`."""
    words = text.split()
    last = words[-1] if len(words) > 2 else ""
    if not last[:1].isalpha() or _seen(last)[0] not in _keys(_LAST) or "," in text:
        return "", text
    return last, " ".join(words[:-1])


def is_title(text: str, *, third: bool = False) -> bool:
    """Whether a text after a name is nothing but titles: `Dr.`, `Prof. Dr.`, `Mme`.

    `Sr` is Junior's father as often as a señor, and `M.` an initial; the latter is a title
    as the `third` part of a name.
    """
    words, at = text.split(), 0
    while at < len(words):
        found = _found(words, at)
        if not found or not _stands_alone(words[at], found[1], third):
            return False
        at += found[0]
    return bool(words)


def _stands_alone(word: str, kind: _Kind, third: bool) -> bool:
    key, dotted = _seen(word)
    if key == "sr":
        return False
    if kind is _Kind.DOTTED:
        return dotted
    return kind in (_Kind.SURE, _Kind.EXCELLENCY) or (third and key == "m")


def part_clear_title(text: str) -> tuple[str, str]:
    """The same for a family name or given names in a column of their own: `Dr. SMITH` only."""
    first = text.split(None, 1)
    if not first or _seen(first[0])[0] not in _begins():
        return "", text
    found = _found(text.split(), 0)
    if not found or found[1] not in (_Kind.SURE, _Kind.EXCELLENCY):
        return "", text
    return part_titles(text)
