"""Ways to write one name of a state: with an article, its form of state, a note, a comma."""

import re
from collections.abc import Iterator

from checkin.domain.text import fold

_ARTICLES = r"the|le|la|les|l|el|los|las|o|a|os|as"
_ROLES = r"observer|observateur|observatrice|observador|observadora"
_LEADING = re.compile(rf"(?:(?:{_ARTICLES}) |l')(?=\S)")
_ASIDE = re.compile(
    rf"\s*(?:\(\s*(?:{_ARTICLES}|l['’]|{_ROLES})\s*\)|,\s*(?:{_ARTICLES}))\s*$", re.IGNORECASE
)
_SEAM = re.compile(r"[()\[\]/,;|:\n*]| [-–—] |[–—]")
_DOTTED = re.compile(r"(?:[A-Z]\. ?){2,4}[A-Z]?")

_STATES = (
    r"republic|kingdom|state|sultanate|principality|grand duchy|commonwealth|union|federation|"
    r"government|delegation|rep|republique|royaume|etat|principaute|grand duche|sultanat|"
    r"confederation|gouvernement|republica|reino|estado|federacion|federacao|principado|"
    r"gran ducado|grao ducado|uniao|sultanato|confederacion|confederacao|gobierno|governo|"
    r"delegacion|delegacao|repubblica|regno|stato|delegazione|republik|bundesrepublik|konigreich|"
    r"furstentum|grossherzogtum|republiek|koninkrijk|جمهوريه|مملكه|دوله|سلطنه|حكومه|وفد"
)
_KINDS = (
    r"federal democratic|democratic socialist|federal|federative|united|islamic|arab|socialist|"
    r"bolivarian|plurinational|oriental|eastern|independent|hashemite|co operative|cooperative|"
    r"people's|peoples|democratique federale|federale|unie|islamique|arabe|populaire|socialiste|"
    r"bolivarienne|hachemite|federativa|unida|islamica|popular|socialista|bolivariana|hachemita|"
    r"plurinacional|cooperativa|independiente|independente|islamische|federativa"
)
_OF = (
    r"of the|of|de la|de l|de los|de las|del|des|du|de|do|da|dos|das|della|delle|dell|di|dei|der|"
    r"van"
)
_FORM = rf"(?:(?:{_ARTICLES}) |l')?(?:(?:{_KINDS}) )*(?:{_STATES})(?: (?:{_KINDS}))*"
_STATE = re.compile(rf"{_FORM} (?:(?:{_OF}) |(?:d|de l|dell)')?(?P<name>\S.*)")
_STATE_ONLY = re.compile(rf"{_FORM}(?: (?:{_OF}|d|d'|de l'))?(?: (?:{_ARTICLES}))?")

_SAYS_NOTHING = re.compile(r"(?:\w{1,3} )?(?:deleg|gov|gouv|gob|وفد|حكومه)")
_CODED = re.compile(
    r"(?P<name>.*\S)\s*\((?P<code>[A-Z]{2,3})\)|(?P<c>[A-Z]{2,3}) [-–—] (?P<n>\S.*)"
)
_NOT_ALONE = frozenset(
    (
        *("congo", "kongo", "korea", "coree", "corea", "coreia", "china", "chine", "cina"),
        *("georgia", "georgie", "الكونغو", "كوريا", "الصين"),
    )
)
"""Names that are one state's or another's, by the form of state that stands with them."""

_NOTES = frozenset(
    fold(one)
    for one in (
        f"{_ROLES.replace('|', ',')},observer state,state observer,permanent observer,observers,"
        "observateurs,observateur permanent,état observateur,estado observador,observadores,"
        "observador permanente,host,host country,hôte,pays hôte,anfitrión,país anfitrión,"
        "anfitrião,país anfitrião,member,member state,membre,état membre,estado miembro,"
        "estado membro,eu member state,partner,partner country,partenaire,pays partenaire,"
        "country,pays,país,chair,co chair,présidence,presidencia,presidência,مراقب,دولة مراقبة"
    ).split(",")
)
_JOINTS = frozenset(("and", "et", "y", "e", "und", "en"))
_SAINTS = {"st": "saint", "ste": "sainte"}
_SHORTEST = 5


def spellings(text: str) -> Iterator[str]:
    """A text folded, then without an article or a role in brackets, without its article."""
    whole = fold(text)
    bare = fold(_ASIDE.sub("", text))
    yield from (whole, bare, _LEADING.sub("", whole, count=1), _LEADING.sub("", bare, count=1))


def squeezed(folded: str) -> str:
    """A folded name without blanks, apostrophes and `and`; empty where too little is left."""
    words = (_SAINTS.get(word, word) for word in folded.split() if word not in _JOINTS)
    close = "".join(words).replace("'", "")
    return close if len(close) >= _SHORTEST else ""


def acronym(text: str) -> str:
    """`UK` of `U.K.`, else nothing."""
    return re.sub(r"[. ]", "", text) if _DOTTED.fullmatch(text) else ""


def without_state(text: str) -> str | None:
    """`morocco` of `Kingdom of Morocco`, folded; None where that would not be one state."""
    folded = fold(text)
    match = _STATE.fullmatch(folded)
    name = _LEADING.sub("", match["name"], count=1) if match else ""
    told = name not in _NOT_ALONE or _SAYS_NOTHING.match(folded)
    return name if name and told else None


def coded(text: str) -> tuple[str, str] | None:
    """(name, code) of `Morocco (MA)` and `MA - Morocco`."""
    match = _CODED.fullmatch(text)
    return (match["name"] or match["n"], match["code"] or match["c"]) if match else None


def parts(text: str) -> list[str]:
    """The pieces of a text that each should mean the same: `Spain`, `España`; notes left out.

    Empty where the text is one piece, or where a piece alone does not say which state is meant.
    """
    pieces = [piece for piece in map(str.strip, _SEAM.split(text)) if fold(piece)]
    named = [piece for piece in pieces if not _is_note(fold(piece))]
    only_notes = [piece for piece in pieces if _STATE_ONLY.fullmatch(fold(piece))]
    unsure = any(fold(piece) in _NOT_ALONE for piece in named)
    if len(pieces) < 2 or (unsure and (len(named) > 1 or only_notes)):
        return []
    return named


def _is_note(folded: str) -> bool:
    return folded in _NOTES or _STATE_ONLY.fullmatch(folded) is not None
