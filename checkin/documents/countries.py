"""Which delegation a text means, and what it is called in each language.

A text means a delegation when it folds to one of its known spellings, never because it is
near to one. Spellings of the partners come from `resources/countries`; the territory names of
all other countries from Babel, which is imported only for a text the partners do not know.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.delegation import Delegation
from checkin.domain.meeting import LANGUAGES
from checkin.domain.text import clean, fold
from checkin.paths import resource

_READ_ALSO = ("de", "it", "nl")
_NOT_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)
_EXTRA_CODES = {"EL": "GR", "UK": "GB"}  # as the European institutions write them
_NOTHING = frozenset(("", "na", "n a"))  # `NA` is more often "not available" than Namibia
_ARTICLES = r"the|le|la|les|l|el|los|las|o|a|os|as"
_ROLES = r"observer|observateur|observatrice|observador|observadora"
_LEADING = re.compile(rf"(?:(?:{_ARTICLES}) |l')(?=\S)")
_ASIDE = re.compile(
    rf"\s*(?:\(\s*(?:{_ARTICLES}|l['’]|{_ROLES})\s*\)|,\s*(?:{_ARTICLES}))\s*$", re.IGNORECASE
)
_CODE = re.compile(r"[A-Z]{2,3}")


@lru_cache(maxsize=8192)
def resolve(text: str) -> Delegation | None:
    """The delegation a text names in any language we read, or None; never a guess."""
    written = clean(text)
    if fold(written) in _NOTHING:
        return None
    code = _meant(written, _listed(), _listed_codes())
    if code is None:
        code = _meant(written, _territories(), _territory_codes())
    return _delegation(code) if code else None


def shown(delegation_text: str, country: str | None, language: str) -> str:
    """A stored delegate's delegation in a language; a text we do not know stays as written."""
    known = _delegation(country) if country else _organisation(delegation_text)
    return known.names.get(language, delegation_text) if known else delegation_text


def prefix_of(delegation_text: str, country: str | None) -> str:
    """What a stored delegate's badge number begins with: `MA`, `UNHCR`, or `ZZ`."""
    if country:
        return country
    known = _organisation(delegation_text)
    return known.prefix if known else UNRESOLVED_PREFIX


def partner_names(language: str) -> tuple[str, ...]:
    """The partners' names in a language, in alphabetical order."""
    names = (partner[language] for partner in _partners().values())
    return tuple(sorted(names, key=fold))


def _organisation(text: str) -> Delegation | None:
    code = _meant(clean(text), _listed(), {})
    known = _delegation(code) if code else None
    return known if known and known.country is None else None


def _meant(text: str, names: dict[str, str], codes: dict[str, str]) -> str | None:
    """The code a text means; an empty one where two share it; None where nobody has it."""
    if _CODE.fullmatch(text) and text in codes:
        return codes[text]
    return next((names[name] for name in _spellings(text) if name in names), None)


def _spellings(text: str) -> Iterator[str]:
    """A text folded, then without an article or a role in brackets, without its article."""
    whole = fold(text)
    bare = fold(_ASIDE.sub("", text))
    yield from (whole, bare, _LEADING.sub("", whole, count=1), _LEADING.sub("", bare, count=1))


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Folded spellings to codes; a spelling that two codes share leads to the empty code."""
    found: dict[str, str] = {}
    for text, code in pairs:
        for name in {fold(text), *_spellings(text)} - _NOTHING:
            found[name] = code if found.get(name, code) == code else ""
    return found


def _rows(name: str) -> list[dict[str, str]]:
    with resource("countries", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _partners() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in _rows("partners.csv")}


def _variants() -> Iterator[tuple[str, str]]:
    yield from ((row["variant"], row["iso2"]) for row in _rows("country_variants.csv"))
    yield from ((row["variant"], row["code"]) for row in _rows("organisation_variants.csv"))
    for code, partner in _partners().items():
        yield from ((partner[language], code) for language in LANGUAGES)


@cache
def _listed() -> dict[str, str]:
    return _index((text, code) for text, code in _variants() if not _is_country_code(text, code))


@cache
def _listed_codes() -> dict[str, str]:
    found = {text: code for text, code in _variants() if _is_country_code(text, code)}
    return found | _EXTRA_CODES


def _is_country_code(text: str, code: str) -> bool:
    """Whether a spelling is ISO's code, which counts in capitals only: `no` is not Norway."""
    return len(code) == 2 and code != "EU" and bool(_CODE.fullmatch(text))


def _territory_names(language: str) -> dict[str, str]:
    from babel import Locale  # 20 ms, and as much again for each language

    names: dict[str, str] = dict(Locale.parse(language).territories)
    return {
        code: name
        for code, name in names.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }


@cache
def _territories() -> dict[str, str]:
    languages = (*LANGUAGES, *_READ_ALSO)
    names = [pair for language in languages for pair in _territory_names(language).items()]
    spelt_out = [(code, name.replace("&", "and")) for code, name in names if "&" in name]
    return _index((name, code) for code, name in names + spelt_out)


@cache
def _territory_codes() -> dict[str, str]:
    from babel.core import get_global

    codes = {code: code for code in _territory_names("en")}
    aliases: dict[str, list[str]] = dict(get_global("territory_aliases"))
    longer = {alias: now[0] for alias, now in aliases.items() if len(alias) == 3 == 2 + len(now)}
    return codes | {alias: code for alias, code in longer.items() if code in codes}


@cache
def _delegation(code: str) -> Delegation:
    partner = _partners().get(code)
    if partner:
        names = {language: partner[language] for language in LANGUAGES}
        return Delegation(code if partner["kind"] == "state" else None, code, names)
    named = {language: _territory_names(language).get(code, code) for language in LANGUAGES}
    return Delegation(code, code, named)
