"""Every name and code by which a delegation is known, from `resources/countries` and from Babel.

Babel's territories in nine languages are read only for a text that our own lists do not know.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from checkin.documents.country_spellings import acronym, spellings, squeezed
from checkin.domain.meeting import LANGUAGES
from checkin.domain.text import fold
from checkin.paths import resource

_READ_ALSO = ("pt_PT", "de", "it", "nl")
_NOT_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)
_EXTRA_CODES = {"EL": "GR", "UK": "GB"}  # as the European institutions write them
NOTHING = frozenset(("", "na", "n a"))
"""`NA` is more often "not available" than Namibia."""
_CODE = re.compile(r"[A-Z]{2,3}")
_WORDS_TOO = frozenset(("UN", "WHO", "BAD", "BIT", "LAS"))
Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names, the same squeezed, and codes in capitals, each to the code it means.

    A name that two share leads to the empty code; `shared` says whose it may be.
    """

    folded: Mapping[str, str]
    close: Mapping[str, str]
    codes: Mapping[str, str]
    shared: Mapping[str, tuple[str, ...]]

    def meant(self, text: str) -> str | None:
        """The code a text means; an empty one where two share it; None where nobody has it."""
        for code in (text, acronym(text)):
            if code in self.codes and _CODE.fullmatch(code):
                return self.codes[code]
        tried = tuple(spellings(text))
        whole = next((self.folded[name] for name in tried if name in self.folded), None)
        if whole is not None:
            return whole
        return next((self.close[key] for key in map(squeezed, tried) if key in self.close), None)

    def named(self, folded: str) -> str | None:
        """The same for a folded name."""
        return self.folded.get(folded, self.close.get(squeezed(folded)))


def _names(pairs: Pairs, codes: Mapping[str, str]) -> Names:
    whose: dict[str, set[str]] = {}
    for text, code in pairs:
        for name in {fold(text), *spellings(text)} - NOTHING:
            whose.setdefault(name, set()).add(code)
    close: dict[str, set[str]] = {}
    for name, owners in whose.items():
        close.setdefault(squeezed(name), set()).update(owners)
    close.pop("", None)
    shared = {name: tuple(sorted(owners)) for name, owners in whose.items() if len(owners) > 1}
    return Names(_only(whose), _only(close), codes, shared)


def _only(whose: Mapping[str, set[str]]) -> dict[str, str]:
    return {name: next(iter(them)) if len(them) == 1 else "" for name, them in whose.items()}


def _rows(name: str) -> list[dict[str, str]]:
    with resource("countries", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def partners() -> dict[str, dict[str, str]]:
    """The partners of the process by their code: states and organisations."""
    return {row["code"]: row for row in _rows("partners.csv")}


@cache
def organisations() -> dict[str, dict[str, str]]:
    """Every organisation we know by its code, partners too."""
    others = {row["code"]: row for row in _rows("organisations.csv")}
    return others | {code: row for code, row in partners().items() if row["kind"] != "state"}


@cache
def shown_names() -> dict[str, dict[str, str]]:
    """What meetings print where the partner list or Babel says it otherwise, by the code."""
    return {row["code"]: row for row in _rows("shown_names.csv")}


def _variants() -> Iterator[tuple[str, str]]:
    yield from ((row["variant"], row["iso2"]) for row in _rows("country_variants.csv"))
    yield from ((row["variant"], row["iso2"]) for row in _rows("further_variants.csv"))
    yield from ((row["variant"], row["code"]) for row in _rows("organisation_variants.csv"))
    rows = (partners() | organisations()).items()
    for code, row in (*rows, *shown_names().items()):
        yield from ((row[language], code) for language in LANGUAGES)


@cache
def listed() -> Names:
    """What our own lists know."""
    pairs = tuple(_variants())
    codes = {text: code for text, code in pairs if _is_code(text, code)}
    return _names(
        ((text, code) for text, code in pairs if not _is_code(text, code)),
        codes | _EXTRA_CODES,
    )


def _is_code(text: str, code: str) -> bool:
    """Whether a spelling is a code, which counts in capitals only: `no` is not Norway."""
    if text in _WORDS_TOO:
        return True
    return len(code) == 2 and code != "EU" and bool(_CODE.fullmatch(text))


@cache
def territory_names(language: str) -> dict[str, str]:
    """Every country's name in a language by its code."""
    from babel import Locale  # 20 ms, and as much again for each language

    names: dict[str, str] = dict(Locale.parse(language).territories)
    return {
        code: name
        for code, name in names.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }


@cache
def territories() -> Names:
    """What Babel knows."""
    languages = (*LANGUAGES, *_READ_ALSO)
    pairs = ((name, code) for one in languages for code, name in territory_names(one).items())
    return _names(pairs, _territory_codes())


def _territory_codes() -> dict[str, str]:
    from babel.core import get_global

    codes = {code: code for code in territory_names("en")}
    aliases: dict[str, list[str]] = dict(get_global("territory_aliases"))
    longer = {alias: now[0] for alias, now in aliases.items() if len(alias) == 3 == 2 + len(now)}
    return codes | {alias: code for alias, code in longer.items() if code in codes}
