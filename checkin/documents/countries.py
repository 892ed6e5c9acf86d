"""Which delegation a text means, and what it is called in each language.

A text means a delegation when it is one of its names, written in one of the ways people write
them (`country_spellings`), never because it is near to one: what is near is only offered.
"""

from functools import cache, lru_cache

from checkin.documents.country_names import (
    NOTHING,
    Names,
    listed,
    organisations,
    partners,
    shown_names,
    territories,
    territory_names,
)
from checkin.documents.country_offers import nearest
from checkin.documents.country_spellings import coded, parts, spellings, without_state
from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.delegation import Delegation
from checkin.domain.meeting import LANGUAGES
from checkin.domain.text import clean, fold, shortened

_LONGEST = 200  # letters; no delegation has a longer name
_CODE_LETTERS = 3


@lru_cache(maxsize=65_536)
def resolve(text: str) -> Delegation | None:
    """The delegation a text names in any language we read, or None; never a guess."""
    written = clean(text[: 2 * _LONGEST])
    if len(written) > _LONGEST or fold(written) in NOTHING:
        return None
    code = _meant(written)
    if code is None:
        code = _with_more_words(written)
    return _delegation(code) if code else None


@lru_cache(maxsize=8192)
def suggestions(text: str) -> tuple[Delegation, ...]:
    """The delegations a text that means none may mean: one typing error away, ambiguous, or
    the only one among other words.

    Two errors are allowed in ten letters and more, where no other delegation is as near.
    """
    written = shortened(text, _LONGEST)
    if fold(written) in NOTHING or resolve(written):
        return ()
    tried = dict.fromkeys((*spellings(written), without_state(written) or ""))
    tables = (listed(), territories())
    shared = [code for name in tried for one in tables for code in one.shared.get(name, ())]
    codes = dict.fromkeys(shared) or nearest([name for name in tried if name], _all_names())
    return tuple(map(_delegation, codes or _beside_others(written)))


def _beside_others(text: str) -> tuple[str, ...]:
    """The one delegation among other words: `Morocco - Ministry of the Interior`."""
    meant = {_meant(piece) for piece in parts(text) if len(piece) > _CODE_LETTERS}
    codes = sorted(filter(None, meant))
    return tuple(codes) if len(codes) == 1 else ()


def shown(delegation_text: str, country: str | None, language: str) -> str:
    """A stored delegate's delegation in a language; a text we do not know stays as written."""
    known = _delegation(country) if country else _organisation(delegation_text)
    return known.names.get(language, delegation_text) if known else delegation_text


def called_now(delegation_text: str, country: str | None) -> str:
    """What lists bring a stored delegation as today, where its name was replaced since."""
    row = shown_names().get(country or "")
    if row is None or delegation_text == row["en"]:
        return delegation_text
    known = resolve(delegation_text)
    return row["en"] if known and known.country == country else delegation_text


def prefix_of(delegation_text: str, country: str | None) -> str:
    """What a stored delegate's badge number begins with: `MA`, `UNHCR`, or `ZZ`."""
    if country:
        return country
    known = _organisation(delegation_text)
    return known.prefix if known else UNRESOLVED_PREFIX


def partner_names(language: str) -> tuple[str, ...]:
    """The partners' names in a language, in alphabetical order."""
    names = (_delegation(code).names[language] for code in partners())
    return tuple(sorted(names, key=fold))


def _organisation(text: str) -> Delegation | None:
    code = listed().folded.get(fold(text))
    return _delegation(code) if code in organisations() else None


def _meant(text: str) -> str | None:
    code = listed().meant(text)
    return territories().meant(text) if code is None else code


def _with_more_words(text: str) -> str | None:
    """The code of a name with a form of state, a note, or itself in another language beside it."""
    code = _stateless(text)
    beside = coded(text)
    if not code and beside:
        name, code = map(_meant, beside)
        code = code if code == name else None
    if code:
        return code
    meant = {_meant(piece) or _stateless(piece) for piece in parts(text)}
    return meant.pop() if len(meant) == 1 else None


def _stateless(text: str) -> str | None:
    name = without_state(text)
    return _named(name) if name else None


def _named(name: str) -> str | None:
    return listed().named(name) or territories().named(name)


@cache
def _all_names() -> tuple[tuple[str, str], ...]:
    """Every folded name with its code."""
    tables: tuple[Names, ...] = (territories(), listed())
    whole = {name: code for one in tables for name, code in one.folded.items() if code}
    return tuple(whole.items())


@cache
def _delegation(code: str) -> Delegation:
    known = shown_names().get(code) or partners().get(code) or organisations().get(code)
    if known:
        names = {language: known[language] for language in LANGUAGES}
        return Delegation(None if code in organisations() else code, code, names)
    named = {language: territory_names(language).get(code, code) for language in LANGUAGES}
    return Delegation(code, code, named)
