"""What one header says: which of our fields, however it is dressed up."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from checkin.documents.lists.fields import FIELDS
from checkin.documents.lists.header_words import WRITTEN
from checkin.documents.wording import load
from checkin.domain.meeting import LANGUAGES
from checkin.domain.text import clean, fold

_ASIDE = re.compile(r"\(\s*\w{1,3}\s*\)")  # Nom(s), Délégué(e)
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[A-Za-z])\s*[.)\]:–-]+\s+|^\s*\d{1,2}[.)]\s*")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")  # jobTitle
_ELIDED = re.compile(r"\b[ld]'|'s\b")
_NAME_OF = re.compile(r"^(?:name|nom|nombre|nome) (?:of|de la|de|du|del|da|do)(?: the)? ")
_SEAM = re.compile(r"[/|\n\r()]| [-–] ")
_LONGEST = 160  # letters of a header
_MOST_WORDS = 16

_WORDS_BESIDE_WRITTEN = (
    "de du des d la le les l'un of the for your votre vos su del el los las da do dos der die "
    "das ihre vostro please official officiel officielle oficial professional professionnel "
    "professionnelle profesional profissional work main principal principale exact complet "
    "current actuel actuelle actual attendee participant participants participante delegate "
    "delegue delegado required obligatoire obligatorio obrigatorio optional facultatif as in "
    "on en em valid valide iso alpha 2 3 1 badge pass passport"
)
_WORDS_BESIDE = frozenset(_WORDS_BESIDE_WRITTEN.split())
_SOMEBODY_ELSE_WRITTEN = (
    "buyer purchaser acheteur acheteuse comprador compradora payer billing invoice "
    "facturation facture factura birth born naissance nacimiento nascimento geburt emergency "
    "urgence emergencia spouse conjoint conyuge hotel flight vol vuelo voo arrival departure "
    "arrivee depart llegada salida visa checked check date time status statut assistant "
    "assistante supervisor superior accompanying accompagnant sent consent opt zone order "
    "event reservation created modified updated parent father mother pere mere father's "
    "mother's county poster hombre issue issued expiry expiration"
)
_SOMEBODY_ELSE = frozenset(_SOMEBODY_ELSE_WRITTEN.split())
_TELLING = {
    "email": frozenset(("email", "mail", "courriel", "correo", "emails", "courriels", "البريد")),
    "phone": frozenset(
        ("phone", "telephone", "mobile", "telefono", "telefone", "gsm", "handy", "الهاتف")
    ),
}
_SAID_AT_LENGTH = frozenset(
    (
        *("full_name", "family_name", "given_names", "function", "organisation"),
        *("country", "delegation", "email", "phone"),
    )
)
_CLEAR = (
    "prénom prénoms forename vorname surname apellido apellidos apelido apelidos nachname "
    "fonction función função cargo country pays país البلد الدولة organisation organization "
    "institution organisme organización institución organização instituição ministère ministry "
    "ministerio ministério délégation delegation delegación delegação"
)
_BARE = frozenset(("name", "nom", "noms", "nombre", "nome"))
_OF = frozenset(("of", "de", "du", "des", "del", "da", "do"))
_SHORTEST_WITH_A_TYPO = 6  # letters


@cache
def _known() -> dict[str, str]:
    known = {fold(word): field for field, line in WRITTEN.items() for word in line.split(", ")}
    return {fold(word): field for word, field in _printed()} | known


def _printed() -> Iterator[tuple[str, str]]:
    """The heads of our own spreadsheets, in every language: what we write, we read."""
    for language in LANGUAGES:
        words = load(language)
        for field in FIELDS:
            if words.has(f"column.{field}"):
                yield words.say(f"column.{field}"), field


@cache
def _as_written() -> frozenset[str]:
    return frozenset(word.casefold() for line in WRITTEN.values() for word in line.split(", "))


def is_written(text: str) -> bool:
    """Whether a cell is one of the headers we know, letter by letter; quicker than `said_by`."""
    return text.strip().casefold() in _as_written()


@lru_cache(maxsize=4096)
def said_by(header: str) -> str | None:
    """Our field for a header, also for one in two languages such as `Country / Pays`.

    None for what is nobody's field, and for somebody else's: a buyer is no attendee.
    """
    if not header or len(header) > _LONGEST:
        return None
    plain = _ASIDE.sub("", header)
    whole = _known().get(fold(plain))
    if whole:
        return whole
    if is_somebody_else(plain):
        return None
    part = _said_after_colon(plain) or _said_by_parts(plain)
    return part or _said_undressed(plain) or _telling(plain)


def is_somebody_else(header: str) -> bool:
    """Whether a header speaks of another person, an order, a journey, a moment."""
    return not _SOMEBODY_ELSE.isdisjoint(_ELIDED.sub("", fold(header)).split())


@lru_cache(maxsize=4096)
def meant_by(header: str) -> str | None:
    """The same, also said in many words, or with one letter wrong where there are enough."""
    field = said_by(header) or _said_at_length(header)
    whole = fold(_undressed(header)) if field is None and len(header) <= _LONGEST else ""
    if len(whole) < _SHORTEST_WITH_A_TYPO or is_somebody_else(whole):
        return field
    near = {field for word, field in _known().items() if _one_apart(whole, word)}
    return near.pop() if len(near) == 1 else None


def _said_after_colon(plain: str) -> str | None:
    """A part of the name, as pretix heads it: `Attendee name: Given name`."""
    before, _, after = plain.partition(":")
    return _known().get(fold(after)) if _known().get(fold(before)) == "full_name" else None


def _said_by_parts(plain: str) -> str | None:
    parts = {_known().get(fold(part)) for part in _SEAM.split(plain)} - {None}
    return parts.pop() if len(parts) == 1 else None


def _said_undressed(plain: str) -> str | None:
    """Without numbering, brackets and words that say nothing."""
    return next((_known()[name] for name in _barer(_undressed(plain)) if name in _known()), None)


def _undressed(header: str) -> str:
    return _HUMP.sub(" ", _BRACKETED.sub(" ", _NUMBERED.sub("", clean(header))))


def _barer(text: str) -> Iterator[str]:
    whole = fold(text)
    yield whole
    bare = _ELIDED.sub("", whole)
    yield bare
    yield " ".join(word for word in bare.split() if word not in _WORDS_BESIDE)
    yield _NAME_OF.sub("", bare)


def _telling(plain: str) -> str | None:
    """E-mail and telephone give themselves away by one word."""
    held = set(fold(plain).split())
    named = [field for field, words in _TELLING.items() if held & words]
    return named[0] if len(named) == 1 and len(held) <= 6 else None


@cache
def _phrases() -> dict[str, str]:
    """What gives a field away among other words: several words, and some that are clear alone."""
    clear = set(fold(_CLEAR).split())
    return {
        word: field
        for word, field in _known().items()
        if field in _SAID_AT_LENGTH and (" " in word or word in clear)
    }


def _said_at_length(header: str) -> str | None:
    """The one field of which a header speaks in a sentence."""
    text = fold(_undressed(header)) if len(header) <= _LONGEST else ""
    words = _ELIDED.sub("", text).split()
    if len(words) > _MOST_WORDS or is_somebody_else(text):
        return None
    found: set[str] = set()
    for length in range(5, 0, -1):
        for at in range(len(words) - length + 1):
            phrase = " ".join(words[at : at + length])
            if phrase in _phrases():
                found.add(_phrases()[phrase])
                words[at : at + length] = [""] * length
    if any(word in _BARE and after not in _OF for word, after in pairwise([*words, ""])):
        return None  # `Nom et fonction`
    return found.pop() if len(found) == 1 else None


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two swapped, makes one text the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(short) < _SHORTEST_WITH_A_TYPO - 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return swapped or short[at + 1 :] == long[at + 1 :]
