"""Cells of names that name nobody yet, or several people at once."""

import re
from collections.abc import Sequence

from checkin.domain.honorifics import has_seam, is_title, part_titles
from checkin.domain.text import fold

_NOBODY = frozenset(
    fold(one)
    for one in (
        *("TBC", "TBD", "TBA", "T.B.C.", "T.B.D.", "T.B.A.", "N.N.", "NN", "xxx", "vacant"),
        *("vacancy", "vacante", "unknown", "not yet known", "name to follow", "pending"),
        *("to be confirmed", "to be determined", "to be announced", "to be advised"),
        *("to be nominated", "to be designated", "to be appointed", "to be decided"),
        *("à confirmer", "à désigner", "à déterminer", "à nommer", "à préciser", "en attente"),
        *("inconnu", "non désigné", "poste vacant", "nom à confirmer", "nom à communiquer"),
        *("por confirmar", "por designar", "por determinar", "pendiente", "desconocido"),
        *(
            "pendiente de confirmar",
            "pendiente de designar",
            "sin confirmar",
            "nombre por confirmar",
        ),
        *("a confirmar", "a designar", "a determinar", "a definir", "por definir", "pendente"),
        *("desconhecido", "nome a confirmar", "vaga", "name", "nom", "nombre", "nome"),
        *("يحدد لاحقا", "سيحدد لاحقا", "يؤكد لاحقا", "سيؤكد لاحقا", "للتأكيد", "قيد التأكيد"),
        *("Sr.", "Sra.", "Excmo. Sr.", "Excma. Sra."),  # a title alone, if not behind a name
        *("لم يحدد بعد", "غير محدد", "شاغر"),
    )
)
_NUMBERED = re.compile(
    r"(?:delegate|delegue|delegado|participant|participante|guest|invite|invitado|convidado|"
    r"member|membre|miembro|membro|security|securite|driver|chauffeur|مندوب|مشارك) ?\d+"
)
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"[(\[]*\s*(?:[+&]\s*\d|\d+\s+[^\W\d_]|(?:plus|et|and|y|e|mais)\s+\d)", re.I)
_AT_THE_EDGES = " ()[]{}<>*?!.:-–—_/«»\"“”'"
_LAST_NUMBER = re.compile(r"(?:\s+|\s*[(#])[(#]?\d+\)?$")
_LONGEST_TITLE = 16

_SEAM = re.compile(r"\s*(?:[\n\r\v\x85\u2028\u2029;/|]|,\s)\s*|\s+(?:&|and|et|und|y|e|و)\s+", re.I)
_LINE = re.compile(r"[\n\r\v\x85\u2028\u2029;/|]")
_COUPLE = re.compile(r"\s+(?:&|and|et|und|y|e|و)\s+", re.I)
_WEAK = re.compile(r",\s|\s(?:y|e)\s", re.I)
_POSTS = re.compile(
    r"\b(?:minist\w*|direct\w*|deputy|head|chef|chief|jefe|jefa|chefe|advis\w*|conseill\w*|"
    r"consej\w*|conselh\w*|ambassad\w*|embaj\w*|embaix\w*|secretar\w*|office\w*|officier\w*|"
    r"president\w*|attache\w*|agregad\w*|counsel\w*|delegat\w*|delegu\w*|delegad\w*|expert\w*|"
    r"perit\w*|coordina\w*|manager|department|division|unit|of|for|the)\b"
)
_MOST_WORDS = 6


def is_nobody(name: str) -> bool:
    """Whether a whole name is a placeholder, a count of people, a date or a title alone."""
    bare = name.strip(_AT_THE_EDGES)
    if _DIGIT.search(name) or not bare:
        return _is_number(name, bare)
    return _is_placeholder(bare) or (len(name) <= _LONGEST_TITLE and is_title(name))


def _is_number(name: str, bare: str) -> bool:
    """The same of a name with a number at an end, or in brackets; `12 DOE John` is somebody."""
    if not any(map(str.isalpha, bare)):
        return True
    counted = _COUNT.match(name) is not None and not has_seam(name.split())
    return (
        counted
        or _is_placeholder(_LAST_NUMBER.sub("", bare).strip(_AT_THE_EDGES))
        or _NUMBERED.fullmatch(fold(bare)) is not None
    )


def _is_placeholder(bare: str) -> bool:
    return len(bare) <= 40 and fold(bare) in _NOBODY


def names_several(raw: str) -> bool:
    """Whether a cell as it is written names several people, each with a name of two words.

    `José Ortega y Gasset` is one; so are somebody with a post, or in two scripts.
    """
    if not _SEAM.search(raw.strip()):
        return False
    if _is_couple(raw):
        return True
    pieces = [piece for piece in map(str.strip, _SEAM.split(raw)) if piece]
    if _has_comma_names(raw):
        pieces = [piece for piece in map(str.strip, _LINE.split(raw)) if piece]
    named = [_words(piece) for piece in pieces]
    if len(named) < 2 or not all(_is_whole(words) for words in named):
        return False
    seams = [has_seam(words) for words in named]
    if all(seams):
        return True
    return not any(seams) and not _WEAK.search(raw) and all(map(_is_capitalised, named))


def _is_couple(raw: str) -> bool:
    """`Mr and Mrs DOE`."""
    halves = _COUPLE.split(raw.strip(), maxsplit=1)
    return len(halves) == 2 and is_title(halves[0], third=True) and bool(part_titles(halves[1])[0])


def stand_in_two_columns(family: str, given: str) -> bool:
    """Whether family names and given names are several, one below the other in both cells."""
    if not (_LINE.search(family) and _LINE.search(given)):
        return False
    lines = [[one for one in map(str.strip, _LINE.split(text)) if one] for text in (family, given)]
    return len(lines[0]) == len(lines[1]) > 1


def _has_comma_names(raw: str) -> bool:
    """`DOE, John; ROE, Jane`: commas stand within the names."""
    return "," in raw and _LINE.search(raw.strip()) is not None


def _words(piece: str) -> list[str]:
    return part_titles(" ".join(piece.replace(",", " ").split()))[1].split()


def _is_whole(words: Sequence[str]) -> bool:
    """Two words of Latin letters or more, no number, and none that is of a post."""
    text = " ".join(words)
    letters = [letter for letter in text if letter.isalpha()]
    return (
        2 <= len(words) <= _MOST_WORDS
        and sum(any(map(str.isalpha, word)) for word in words) > 1
        and all(letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff" for letter in letters)
        and not any(map(str.isdigit, text))
        and not _POSTS.search(fold(text))
    )


def _is_capitalised(words: Sequence[str]) -> bool:
    return words[0][:1].isupper() and words[-1][:1].isupper()
