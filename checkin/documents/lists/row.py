"""One row of a list: the delegate it describes, and what is odd about him or her."""

import re
from functools import lru_cache

from checkin.documents.countries import resolve
from checkin.documents.lists.capacities import capacity_of
from checkin.documents.lists.codes import codes_of
from checkin.documents.lists.odd_names import is_nobody, names_several, stand_in_two_columns
from checkin.documents.lists.row_texts import RowReading
from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.delegation import Delegation
from checkin.domain.honorifics import part_clear_title
from checkin.domain.listing import ListedPerson
from checkin.domain.names import FullName, read_name

__all__ = ["RowReading", "person_of"]
_NAMES = ("full_name", "family_name", "given_names", "name_in_script")
_LANGUAGE_SEAM = re.compile(r"[,;/]")


def person_of(row: RowReading) -> ListedPerson | None:
    """The person a row describes; None, with the refusal as its last problem, without a name."""
    name = _name(row)
    if not any(map(str.isalnum, name.family_name or name.given_names)):
        row.warn(_name_field(row), "no_name")
        return None
    _warn_of_name(row, name)
    delegation, country, prefix = _delegation(row)
    capacity = _capacity(row)
    text = row.texts.get
    delegate = Delegate(  # by place: by name it takes twice as long
        *("", name.family_name, name.given_names, text("reference", "")),
        *(name.honorific, name.name_in_script, text("function", ""), text("organisation", "")),
        *(delegation, country, capacity or Capacity.DELEGATE, text("working_group", "")),
        *(text("seat", ""), _several(text("languages", "")), text("email", "")),
        *(text("phone", ""), text("note", ""), text("attention", "")),
        None,
        codes_of(text("foreign_codes", "")),
    )
    silent = () if capacity else ("capacity",)
    return ListedPerson(row.row.number, delegate, prefix, silent)


def _name(row: RowReading) -> FullName:
    """From two columns, else from one, else whatever name there is.

    What stands in a column of its own stays there as it is written: a title is looked for
    only where the row has none.
    """
    text = row.texts.get
    family, given, full = text("family_name", ""), text("given_names", ""), text("full_name", "")
    honorific, script = text("honorific", ""), text("name_in_script", "")
    if family:
        return _in_two(row, family, given, honorific, script)
    if full:
        read = read_name(full, titles=not honorific, scripts=not script)
        return FullName(
            read.family_name,
            read.given_names,
            honorific or read.honorific,
            script or read.name_in_script,
        )
    if given:
        return _in_two(row, given, "", honorific, script)
    return FullName(script, "", honorific, script)


def _in_two(row: RowReading, family: str, given: str, honorific: str, script: str) -> FullName:
    if not (honorific or row.verbatim):
        first, family = part_clear_title(family)
        second, given = part_clear_title(given)
        honorific = f"{first} {second}".strip() if first or second else ""
    return FullName(family, given, honorific, script)


def _warn_of_name(row: RowReading, name: FullName) -> None:
    """A placeholder in a name's place, or several people in it: kept, for nobody is lost."""
    given, full = name.given_names, row.raw("full_name")
    if is_nobody(name.family_name) and (not given or is_nobody(given)):
        row.warn(_name_field(row), "no_real_name", text=f"{name.family_name} {given}".strip())
    elif names_several(full or row.raw("family_name")) or (
        given and not full and stand_in_two_columns(row.raw("family_name"), row.raw("given_names"))
    ):
        field = _name_field(row)
        row.warn(field, "several_in_a_cell", text=row[field])


def _name_field(row: RowReading) -> str:
    return next((field for field in _NAMES if row.column(field)), "")


def _delegation(row: RowReading) -> tuple[str, str | None, str]:
    """(shown name or text as written, alpha-2 or None, badge number prefix)."""
    written, also = row.texts.get("delegation", ""), row.texts.get("country", "")
    field = "delegation" if written else "country"
    text, country_text = row.mended(written or also), row.mended(also)
    known = resolve(text) if text or row.verbatim else _sender(row["organisation"])
    country = resolve(country_text) if country_text else None
    if known and country and known is not country:
        row.warn("country", "country_differs", text=country_text, delegation=text)
    if known:
        return known.names["en"], known.country, known.prefix
    if country:
        return text, country.country, country.prefix
    if text:
        row.unresolved = written or also
        row.warn(field, "unknown_delegation", text=text)
    else:
        row.warn("delegation", "no_delegation")
    return text, None, UNRESOLVED_PREFIX


@lru_cache(maxsize=8192)
def _sender(organisation: str) -> Delegation | None:
    """The delegation an organisation's name means; `IT` is a department there, not Italy."""
    known = resolve(organisation)
    return known if known and (len(organisation) > 3 or known.country is None) else None


def _capacity(row: RowReading) -> Capacity | None:
    """The capacity a row names; None where it names none, or none that we know."""
    written = row["capacity"]
    named = capacity_of(written) if written else None
    if written and named is None:
        row.warn("capacity", "unknown_capacity", text=written)
    return named


def _several(text: str) -> tuple[str, ...]:
    if not text:
        return ()
    parts = (part.strip() for part in _LANGUAGE_SEAM.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))
