"""Columns by what stands in them: where the header lies, says nothing or is not there."""

import re
from collections.abc import Iterator, Mapping, Sequence

from checkin.documents.lists import contents
from checkin.documents.lists.contents import Test
from checkin.documents.lists.fields import NAMES
from checkin.documents.lists.header_words import BARE_NAME
from checkin.documents.lists.headers import is_somebody_else
from checkin.documents.lists.name_columns import names_by_content
from checkin.documents.lists.values import Values
from checkin.domain.listing import RowProblem
from checkin.domain.text import clean, fold

_MOST, _MANY, _HALF = 0.8, 0.6, 0.5
_FEW = 0.1
_ANYTHING = frozenset(("note", "attention", "reference", "foreign_codes"))
_NAMED = frozenset((*NAMES, BARE_NAME))
_ROLES = frozenset(("role", "roles", "rol", "papel", "الدور"))
_INDICO = ("given_names", "family_name", "organisation", "function", "phone", "email")
"""What Indico imports without a header."""

_NATIONALITY = re.compile(r"\b(?:nationali|nacionali|cittadinanza|citizenship|الجنسيه)")
_Columns = dict[str, int]


def disbelieved(said: Mapping[int, str], values: Values) -> list[int]:
    """Columns whose header says one thing while most of their values are another."""
    return [at for at, name in said.items() if len(values.of(at)) > 1 and _lies(at, name, values)]


def _lies(at: int, name: str, values: Values) -> bool:
    if name in _ANYTHING:
        return False
    emails = values.share(at, contents.is_email)
    if name == "email":
        return emails < _FEW and values.share(at, contents.is_phone) >= _MANY
    if name == "phone":
        return emails >= _MANY
    numbers = name in _NAMED and values.share(at, contents.is_number) >= _MOST
    return numbers or max(emails, values.share(at, contents.is_phone_for_sure)) >= _MOST


def in_meetings_only(at: int, name: str, values: Values) -> bool:
    """A `Role` that says who was organiser or presenter of an online meeting is no function."""
    if name != "function" or fold(values.header[at]) not in _ROLES:
        return False
    return values.share(at, contents.is_meeting_role) == 1


def completed(
    columns: Mapping[str, int], wanted: Sequence[str], values: Values
) -> tuple[_Columns, list[RowProblem]]:
    """Columns for wanted fields that have none yet, and what must be said of them."""
    found: _Columns = {}
    problems: list[RowProblem] = []
    search = _Search(columns, found, wanted, values)
    if search.named_by_nobody and _is_indico(values):
        found |= {name: at for at, name in enumerate(_INDICO) if name in wanted}
        return found, problems
    search.take("email", contents.is_email, _MANY)
    search.take("phone", contents.is_phone_for_sure, _MANY)
    problems += search.country()
    if search.named_by_nobody:
        search.take("honorific", contents.is_honorific, _MOST)
    search.take("capacity", contents.is_capacity, _MOST, anybody=True)
    search.codes()
    search.take("organisation", contents.is_body, _HALF, least=2)
    search.take("function", contents.is_post, _HALF, least=2)
    if search.named_by_nobody:
        problems += names_by_content(found, search.free(), values)
    return {name: at for name, at in found.items() if name in wanted}, problems


def _is_indico(values: Values) -> bool:
    if not values.headerless or len(values.header) != len(_INDICO):
        return False
    named = min(values.share(0, contents.is_name), values.share(1, contents.is_name))
    phones = values.share(4, contents.is_phone) if values.of(4) else 1.0
    return min(named, phones, values.share(5, contents.is_email)) >= _MOST


class _Search:
    """Columns that are nobody's yet, looked through for one field after the other."""

    def __init__(
        self, columns: Mapping[str, int], found: _Columns, wanted: Sequence[str], values: Values
    ) -> None:
        self._columns = columns
        self._found = found
        self._wanted = wanted
        self._values = values

    @property
    def named_by_nobody(self) -> bool:
        """Whether there is no column of names yet."""
        return not any(name in self._columns for name in NAMES)

    def free(self) -> list[int]:
        """Columns that hold something and were not taken for anything."""
        taken = {*self._columns.values(), *self._found.values()}
        return [
            at for at in range(len(self._values.header)) if at not in taken and self._values.of(at)
        ]

    def _lacks(self, *names: str) -> bool:
        return not any(name in self._columns or name in self._found for name in names)

    def take(
        self, name: str, is_it: Test, least_share: float, least: int = 1, anybody: bool = False
    ) -> None:
        """Takes the first free column of which enough values are of a kind."""
        if name not in self._wanted or not self._lacks(name):
            return
        for at in self.free():
            if not anybody and is_somebody_else(self._values.header[at]):
                continue
            enough = len(self._values.of(at)) >= least
            if enough and self._values.share(at, is_it) >= least_share:
                self._found[name] = at
                return

    def country(self) -> Iterator[RowProblem]:
        """Takes a column of countries; a buyer's only where there is no other, and says so."""
        if "country" not in self._wanted or not self._lacks("country", "delegation"):
            return
        likely = [at for at in self.free() if self._holds_countries(at)]
        own = [at for at in likely if not is_somebody_else(self._values.header[at])]
        for at in (own or likely)[:1]:
            self._found["country"] = at
            yield from self._said_of_countries(at, code="" if own else "country_of_buyer")
            return
        for at in self.free():
            if _NATIONALITY.search(fold(self._values.header[at])):
                self._found["country"] = at
                yield from self._said_of_countries(at)
                return

    def _said_of_countries(self, at: int, code: str = "") -> Iterator[RowProblem]:
        header = clean(self._values.header[at])
        if not code and _NATIONALITY.search(fold(header)):
            code = "nationality_as_country"
        if code:
            yield RowProblem(0, header, code, {})

    def _holds_countries(self, at: int) -> bool:
        several = list(dict.fromkeys(self._values.of(at)))
        first = contents.share(several[:8], contents.is_country)
        return first >= _HALF and contents.share(several, contents.is_country) >= _MANY

    def codes(self) -> None:
        """Takes what another tool prints as a code; alf.io prints its id."""
        self.take("foreign_codes", contents.is_secret, _MOST, anybody=True)
        if "foreign_codes" not in self._wanted or not self._lacks("foreign_codes"):
            return
        reference = self._columns.get("reference")
        if reference is not None and self._values.share(reference, contents.is_uuid) >= _MOST:
            self._found["foreign_codes"] = reference
