"""One row of a list: its texts by field, the delegate they describe, what is odd about them."""

import re
from collections.abc import Mapping, Sequence

from checkin.documents.countries import resolve
from checkin.documents.lists.capacities import capacity_of
from checkin.documents.lists.lost_letters import lost_letters
from checkin.documents.lists.tables import Row
from checkin.domain.badge import UNRESOLVED_PREFIX
from checkin.domain.delegate import Capacity, Delegate
from checkin.domain.delegation import Delegation
from checkin.domain.listing import ListedPerson, RowProblem
from checkin.domain.names import split_full_name
from checkin.domain.text import clean

_NAMES = ("full_name", "family_name", "given_names", "name_in_script")
_GUARDED = re.compile(r"'(?=[-=+@＝＋－＠])")  # what exports put before a would-be formula


class RowReading:
    """The texts of one row by field, cleaned; `problems` gathers what must be said of it."""

    def __init__(self, row: Row, columns: Mapping[str, int], header: Sequence[str]) -> None:
        self.row = row
        self.problems: list[RowProblem] = []
        self._columns = columns
        self._header = header
        self._texts = {field: self._read(field, index) for field, index in columns.items()}
        self._warn_of_letters()
        self._warn_of_left_over()

    def __getitem__(self, field: str) -> str:
        return self._texts.get(field, "")

    def warn(self, field: str, code: str, **facts: str) -> None:
        """Notes something about the cell of a field."""
        self.problems.append(RowProblem(self.row.number, self.column(field), code, facts))

    def column(self, field: str) -> str:
        """The header of a field's column, empty where the list has none."""
        return clean(self._header[self._columns[field]]) if field in self._columns else ""

    def _raw(self, index: int) -> str:
        return self.row.cells[index] if index < len(self.row.cells) else ""

    def _read(self, field: str, index: int) -> str:
        text = clean(self._raw(index))
        return text if field in _NAMES else _GUARDED.sub("", text, count=1)

    def _warn_of_letters(self) -> None:
        fields = {index: field for field, index in self._columns.items()}
        for index, field in fields.items():
            if lost_letters(self._raw(index), name=field in (*_NAMES, "honorific")):
                self.warn(field, "letters_lost", text=self[field])
            elif _loses_letters(self._raw(index)):
                self.warn(field, "text_cleaned", text=self[field])

    def _warn_of_left_over(self) -> None:
        """A comma that nobody put in quotes makes a row longer than the header."""
        left = [clean(text) for text in self.row.cells[len(self._header) :] if clean(text)]
        if left:
            self.problems.append(
                RowProblem(self.row.number, "", "cells_left_over", {"text": ", ".join(left)})
            )


def _loses_letters(text: str) -> bool:
    """Whether `clean` takes more than blanks out of a text."""
    return not text.isprintable() and any(
        not letter.isspace() and not clean(letter) for letter in text if not letter.isprintable()
    )


def person_of(row: RowReading) -> ListedPerson | None:
    """The person a row describes; None, with the refusal as its last problem, without a name."""
    family, given = _name(row)
    if not any(map(str.isalnum, family + given)):
        row.warn(_name_field(row), "no_name")
        return None
    delegation, country, prefix = _delegation(row)
    delegate = Delegate(
        id="",
        family_name=family,
        given_names=given,
        reference=row["reference"],
        honorific=row["honorific"],
        name_in_script=row["name_in_script"],
        function=row["function"],
        organisation=row["organisation"],
        delegation=delegation,
        country=country,
        capacity=_capacity(row),
        working_group=row["working_group"],
        seat=row["seat"],
        languages=_several(row["languages"], r"[,;/]"),
        email=row["email"],
        phone=row["phone"],
        note=row["note"],
        attention=row["attention"],
        foreign_codes=_codes(row["foreign_codes"]),
    )
    return ListedPerson(row.row.number, delegate, prefix)


def _name(row: RowReading) -> tuple[str, str]:
    """Family and given names: from two columns, else from one, else whatever name there is."""
    if row["family_name"]:
        return row["family_name"], row["given_names"]
    if row["full_name"]:
        return split_full_name(row["full_name"])
    return row["given_names"] or row["name_in_script"], ""


def _name_field(row: RowReading) -> str:
    return next((field for field in _NAMES if row.column(field)), "")


def _delegation(row: RowReading) -> tuple[str, str | None, str]:
    """(shown name or text as written, alpha-2 or None, badge number prefix)."""
    field = "delegation" if row["delegation"] else "country"
    written, country = row[field], resolve(row["country"])
    known = resolve(written) if written else _sender(row["organisation"])
    if known and country and known != country:
        row.warn("country", "country_differs", text=row["country"], delegation=written)
    if known:
        return known.names["en"], known.country, known.prefix
    if country:
        return written, country.country, country.prefix
    if written:
        row.warn(field, "unknown_delegation", text=written)
    else:
        row.warn("delegation", "no_delegation")
    return written, None, UNRESOLVED_PREFIX


def _sender(organisation: str) -> Delegation | None:
    """The delegation an organisation's name means; `IT` is a department there, not Italy."""
    known = resolve(organisation)
    return known if known and (len(organisation) > 3 or known.country is None) else None


def _capacity(row: RowReading) -> Capacity:
    written = row["capacity"]
    named = capacity_of(written) if written else Capacity.DELEGATE
    if named is None:
        row.warn("capacity", "unknown_capacity", text=written)
    return named or Capacity.DELEGATE


def _codes(text: str) -> tuple[str, ...]:
    """Codes of other tools, one or several; JSON holds commas and base64 strokes of its own."""
    return (text,) if text.startswith("{") else _several(text, r"[,;\s]")


def _several(text: str, seam: str) -> tuple[str, ...]:
    if not text:
        return ()
    parts = (part.strip() for part in re.split(seam, text))
    return tuple(dict.fromkeys(part for part in parts if part))
