"""What the values of a column look like, whatever its header says."""

import re
from collections.abc import Callable, Sequence

from checkin.documents.countries import resolve
from checkin.documents.lists.capacities import capacity_of
from checkin.domain.text import clean, fold

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w{2,}")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-]\d{2,4}|\d\d?:\d\d")
_PHONE = re.compile(r"'?[(]?\+?[(]?\d[\d\s()./\u00a0-]{5,}\d(?:\s*(?:ext|x|poste)\.?\s*\d+)?")
_NUMBER = re.compile(r"[-+]?\d[\d.,\s]*")
_SECRET = re.compile(r"[a-z0-9]{32}|={0,2}[A-Za-z0-9+/]{110,150}={0,2}|A-[0-9A-Z]{7}")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_LONGEST_COUNTRY = 60  # letters
_MEETING_ROLES_WRITTEN = (
    "organizer organiser presenter attendee organisateur organisatrice presentateur "
    "participant organizador organizadora moderador asistente apresentador participante"
)
_MEETING_ROLES = frozenset(_MEETING_ROLES_WRITTEN.split())
_BODIES = (
    "minist|embass|ambassad|embaj|embaix|universi|agenc|agence|commission|comision|comissao|"
    "department|departement|departamento|secretaria|institut|direction general|direccion general|"
    "organi[sz]|office|council|conseil|consejo|police|policia|gendarmerie|mission perm|union|"
    "authority|autorite|fondation|foundation|bureau|وزاره|سفاره|مديريه|جامعه|منظمه|مجلس"
)
_POSTS = (
    "minist(?:er|re|ro)\\b|director|directeur|directrice|ambassador|ambassadeur|embajador|"
    "counsellor|conseill|consejer|conselheir|attache|agregad|secretary|secretaire|secretario\\b|"
    "chef|chief|head|jef[ea]\\b|chefe|officer|expert|adviser|advisor|asesor|assessor|president|"
    "manager|commissa(?!riat)|comisari[oa]|coordinat(?:or|eur|rice)|coordinador|representant|"
    "representative|delegu|analyst|inspector|inspecteur|"
    "مدير|وزير|سفير|مستشار|رئيس|والي|خبير"
)
_BODY, _POST = re.compile(rf"\b(?:{_BODIES})"), re.compile(rf"\b(?:{_POSTS})")
_NOT_IN_NAMES = re.compile(r"[\d@_;:!?&%#*=<>|]")
_MOST_WORDS = 7
_MOST_OF_A_TITLE = 5  # words
_APOSTROPHES = tuple("'’-")
_PARTICLES_WRITTEN = (
    "de la le les da das do dos du des del der den di van von zu ter ten bin bint ben ibn al el "
    "ould y e"
)
_PARTICLES = frozenset(_PARTICLES_WRITTEN.split())
_HONORIFICS_WRITTEN = (
    "mr mrs ms miss mx m mm mme mmes mlle mlles monsieur madame dr dra drs prof pr professor sir "
    "lady lord h e he s se sem excmo excma ilmo ilma sr sra srta don dona d herr frau hon "
    "honourable rt exc excellency excellence gen col lt maj capt amb ing eng dipl السيد السيده "
    "الدكتور سعاده معالي"
)
_HONORIFICS = frozenset(_HONORIFICS_WRITTEN.split())

Test = Callable[[str], bool]


def is_email(text: str) -> bool:
    """An address of electronic mail stands in it."""
    return "@" in text and bool(_EMAIL.search(text))


def is_date(text: str) -> bool:
    """It begins like a date or a time of day."""
    return bool(_DATE.match(text))


def is_phone(text: str) -> bool:
    """Nothing but a telephone number."""
    digits = sum(map(str.isdigit, text))
    return 7 <= digits <= 17 and not is_date(text) and bool(_PHONE.fullmatch(text))


def is_phone_for_sure(text: str) -> bool:
    """A telephone number that is no number of anything else: with its + or its blanks."""
    return is_phone(text) and ("+" in text or " " in text.strip() or text.startswith("00"))


def is_number(text: str) -> bool:
    """Digits and little else."""
    return bool(_NUMBER.fullmatch(text))


def is_country(text: str) -> bool:
    """It names a delegation."""
    if len(text) > _LONGEST_COUNTRY or any(map(str.isdigit, text)):
        return False
    return resolve(text) is not None


def is_capacity(text: str) -> bool:
    """It names a capacity."""
    return capacity_of(text) is not None


def is_secret(text: str) -> bool:
    """What another tool prints as a code: a secret of pretix, an id of Hi.Events."""
    return bool(_SECRET.fullmatch(text)) and any(map(str.isdigit, text))


def is_uuid(text: str) -> bool:
    """An id such as alf.io prints as a code."""
    return bool(_UUID.fullmatch(text))


def is_meeting_role(text: str) -> bool:
    """Who one was in an online meeting, which is no function."""
    return fold(text) in _MEETING_ROLES


def is_body(text: str) -> bool:
    """It sounds like a ministry, an agency, an organisation; `Director of` one does not."""
    folded = fold(text)
    return bool(_BODY.search(folded)) and not _POST.match(folded)


def is_post(text: str) -> bool:
    """It sounds like a function."""
    return bool(_POST.match(fold(text)))


def is_honorific(text: str) -> bool:
    """A form of address and nothing else: `Mr`, `S.E. M.`, `Excma. Sra.`."""
    parts = fold(text).split()
    return 0 < len(parts) <= _MOST_OF_A_TITLE and _HONORIFICS.issuperset(parts)


def is_particle(word: str) -> bool:
    """A small word of names, such as `de` or `van`."""
    return word.casefold() in _PARTICLES


def is_name(text: str) -> bool:
    """It may be somebody's name, or a part of one: a few words with capitals, and particles."""
    parts = text.split()
    if not 0 < len(parts) <= _MOST_WORDS or _NOT_IN_NAMES.search(text):
        return False
    if not all(is_particle(word) or _begins_a_name(word) for word in parts):
        return False
    return not (is_body(text) or is_post(text) or is_honorific(text))


def _begins_a_name(word: str) -> bool:
    letters = word.lstrip("'’.,-(\"“«")
    begun = letters[2:] if letters[1:2] in _APOSTROPHES and letters[2:] else letters  # d'Almeida
    return bool(begun) and begun[0].isalpha() and not begun[0].islower()


def is_in_script(text: str) -> bool:
    """Whether it is written in letters that are not Latin: Arabic, Cyrillic, Greek."""
    letters = [letter for letter in text if letter.isalpha()]
    others = sum("\u0370" <= letter < "\u1e00" or letter >= "\u2c80" for letter in letters)
    return others * 2 > len(letters)


def kind_of(text: str) -> str:
    """The kind of value that a text is for sure, or an empty text."""
    shown = clean(text)
    kinds: tuple[tuple[str, Test], ...] = (
        *(("email", is_email), ("date", is_date), ("phone", is_phone)),
        *(("number", is_number), ("country", is_country)),
    )
    return next((kind for kind, is_it in kinds if is_it(shown)), "")


def share(values: Sequence[str], is_it: Test) -> float:
    """How many of some values are of a kind, from 0 to 1; 0 where there are none."""
    return sum(map(is_it, values)) / len(values) if values else 0.0
