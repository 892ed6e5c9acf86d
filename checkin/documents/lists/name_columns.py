"""Names in columns: a whole one, family and given names apart, and in which order."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from checkin.documents.lists.contents import is_country, is_in_script, is_name
from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.header_words import BARE_NAME
from checkin.documents.lists.headers import is_somebody_else, meant_by
from checkin.documents.lists.values import Values
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean, fold

_MOST, _MANY = 0.8, 0.6
_VARIED = 0.4  # of the values differ; of cities and categories fewer do
_FEW = 0.3
_ALMOST_ALL = 0.7  # of the values differ, which titles never do
_CLEARLY = 0.2  # more of one column than of the other in capitals
_FAMILY = ("nom", "surname", "last", "family", "apellid", "apelid", "sobrenome", "cognome", "nach")
_GIVEN = ("prenom", "first", "given", "forename", "nombre", "vorname")
_WHOLE = (BARE_NAME, "full_name")
_WHOLE_OR_FAMILY = ("full_name", "family_name")
_OF_NAMES = frozenset((BARE_NAME, *NAMES))
_OF_SCRIPT = re.compile(
    r"\b(?:arab|عرب|script|cyril|kyril|greek|grec|grieg|amharic|native|original|own language|"
    r"имя|фио|фамилия|ονομα|שם|姓名|transliter|langue d.origine|idioma original|lingua original)"
)
_Columns = dict[str, int]


def settle_names(
    columns: _Columns, said: Mapping[int, str], values: Values
) -> Iterator[RowProblem]:
    """What the headers of the names mean beside one another; changes `columns`."""
    yield from _settle_pair(columns, said, values)
    _settle_arabic(columns, values)
    _settle_bare_name(columns)
    for alone in ("family_name", "given_names"):
        others = [name for name in ("family_name", "given_names", "full_name") if name != alone]
        if alone not in columns or any(name in columns for name in others):
            continue
        if values.share(columns[alone], _has_more_words) >= _MANY:
            columns["full_name"] = columns.pop(alone)


def _settle_bare_name(columns: _Columns) -> None:
    """`Nom` beside `Prénom` is the family name, `Nombre` beside `Apellidos` the given names."""
    bare = columns.pop(BARE_NAME, None)
    if bare is None:
        return
    family, given = "family_name" in columns, "given_names" in columns
    if given and not family:
        columns["family_name"] = bare
    elif family and not given:
        columns["given_names"] = bare
    else:
        columns.setdefault("full_name", bare)


def _settle_arabic(columns: _Columns, values: Values) -> None:
    """`اللقب` is a title in some countries and the family name in others: its values tell."""
    title = columns.get("honorific")
    if title is None or fold(values.header[title]) != fold("اللقب") or BARE_NAME not in columns:
        return
    names = len(values.of(title)) > 2 and values.varied(title) > _ALMOST_ALL
    if names and "family_name" not in columns:
        columns["family_name"] = columns.pop("honorific")


def _settle_pair(
    columns: _Columns, said: Mapping[int, str], values: Values
) -> Iterator[RowProblem]:
    """One header over two columns of names: its words say their order, else capitals do."""
    if "family_name" in columns or "given_names" in columns:
        return
    for one, other in pairwise(said):
        alike = fold(values.header[one]) == fold(values.header[other])
        if other != one + 1 or not alike or said[one] not in _WHOLE or said[other] not in _WHOLE:
            continue
        if min(values.share(one, is_name), values.share(other, is_name)) < _MOST:
            continue
        columns.pop(said[one], None)
        yield from _in_order(columns, one, other, values, _said_order(values.header[one]))
        return


def _said_order(header: str) -> int:
    """-1 where a header says family name first, 1 given names first, 0 where it says neither."""
    words = fold(header).split()
    family = next((at for at, word in enumerate(words) if word.startswith(_FAMILY)), None)
    given = next((at for at, word in enumerate(words) if word.startswith(_GIVEN)), None)
    if family is None or given is None:
        return 0
    return -1 if family < given else 1


def _in_order(
    columns: _Columns, one: int, other: int, values: Values, order: int = 0
) -> Iterator[RowProblem]:
    """Takes two columns for family and given names; says so where nothing tells which is which."""
    if not order:
        first, second = values.share(one, _in_capitals), values.share(other, _in_capitals)
        order = 0 if abs(first - second) < _CLEARLY else -1 if first > second else 1
    family, given = (one, other) if order < 0 else (other, one)
    columns["family_name"], columns["given_names"] = family, given
    if not order:
        yield RowProblem(0, clean(values.header[family]), "name_order_guessed", {})


def settle_script(columns: _Columns, wanted: bool, values: Values) -> None:
    """A second column of names in letters of its own: `Name, الاسم`; changes `columns`.

    Where the one in Latin letters stands second, it is the name and the other the script's.
    """
    whole = next((name for name in _WHOLE_OR_FAMILY if name in columns), None)
    if whole is None or not wanted or "name_in_script" in columns:
        return
    own = columns[whole]
    in_script = values.share(own, is_in_script) >= _MOST
    for at in range(len(values.header)):
        if at in columns.values() or not _says_names(values.header[at]):
            continue
        other = values.share(at, is_in_script)
        if other >= _MOST and not in_script:
            columns["name_in_script"] = at
            return
        if in_script and values.of(at) and other < _FEW and whole == "full_name":
            columns[whole], columns["name_in_script"] = at, own
            return


def _says_names(header: str) -> bool:
    return meant_by(header) in _OF_NAMES or bool(_OF_SCRIPT.search(fold(header)))


def names_by_content(columns: _Columns, free: list[int], values: Values) -> Iterator[RowProblem]:
    """Takes the columns that hold names whatever their headers say; changes `columns`."""
    likely = [at for at in free if _may_be_names(at, values)]
    pairs = [(one, other) for one, other in pairwise(likely) if other == one + 1]
    pair = next((pair for pair in pairs if _are_parts(*pair, values)), None)
    whole = [at for at in likely if values.share(at, _has_more_words) >= _MANY]
    if pair:
        yield from _in_order(columns, *pair, values)
    elif whole:
        columns["full_name"] = max(whole, key=lambda at: values.share(at, is_name))
    elif likely and values.headerless:
        columns["full_name"] = likely[0]


def _may_be_names(at: int, values: Values) -> bool:
    if is_somebody_else(values.header[at]) or values.varied(at) < _VARIED:
        return False
    return values.share(at, is_name) >= _MOST and values.share(at, is_country) <= _FEW


def _are_parts(one: int, other: int, values: Values) -> bool:
    """Family and given names beside one another: short, or one of them in capitals."""
    words = [values.share(at, _has_more_words) for at in (one, other)]
    capitals = [values.share(at, _in_capitals) for at in (one, other)]
    return max(words) < _MANY or (max(capitals) >= _MANY and min(capitals) < _CLEARLY)


def _has_more_words(text: str) -> bool:
    return len(text.split()) > 1


def _in_capitals(text: str) -> bool:
    return any(len(word) > 1 and word.isupper() for word in text.split())
