"""Who is expected: one delegate of a delegation."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from checkin.domain.text import whole_name


class Capacity(StrEnum):
    """In what capacity a delegate comes; the letter is printed on card and badge."""

    HEAD = "head"
    ALTERNATE = "alternate"
    DELEGATE = "delegate"
    ADVISER = "adviser"
    SPEAKER = "speaker"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"
    PRESS = "press"
    SECURITY = "security"
    SECRETARIAT = "secretariat"
    HOST = "host"

    @property
    def letter(self) -> str:
        """The one letter that stands for it: H A D V S O I P X T L."""
        return _LETTERS[self]

    @property
    def rank(self) -> int:
        """Order within a delegation: head first."""
        return _ORDER[self]


_LETTERS = dict(zip(Capacity, "HADVSOIPXTL", strict=True))
_ORDER = {capacity: rank for rank, capacity in enumerate(Capacity)}


class Status(StrEnum):
    """Whether a delegate is still expected; whoever came onto the list by mistake is in no list."""

    LISTED = "listed"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken_back"


EDITABLE = (
    *("honorific", "given_names", "family_name", "name_in_script", "function", "organisation"),
    *("delegation", "country", "capacity", "working_group", "seat", "email", "phone", "note"),
    "attention",
)
SEVERAL = ("languages", "foreign_codes")
LISTED = (*EDITABLE, "reference", *SEVERAL)
PRINTED = frozenset(
    {"given_names", "family_name", "name_in_script", "function", "delegation", "country"}
    | {"capacity", "working_group"}
)


@dataclass(frozen=True, slots=True)
class Delegate:
    """One person on the list, as stored.

    `delegation` is the shown name, or the text as written; `country` is ISO alpha-2, or None
    for an organisation or an unresolved text; `photo` is a SHA-256 in hexadecimal digits.
    `missing` says that the last list forgot somebody whom a list named before, `by_hand` that no
    list ever named the person, `mended` which fields people wrote since a list last did;
    `replaced_by` is the id of whoever comes instead; `awaited_since` when organisers asked to be
    told of this person's arrival, None where nobody did.
    """

    id: str
    family_name: str
    given_names: str = ""
    reference: str = ""
    honorific: str = ""
    name_in_script: str = ""
    function: str = ""
    organisation: str = ""
    delegation: str = ""
    country: str | None = None
    capacity: Capacity = Capacity.DELEGATE
    working_group: str = ""
    seat: str = ""
    languages: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    note: str = ""
    attention: str = ""
    photo: str | None = None
    foreign_codes: tuple[str, ...] = ()
    status: Status = Status.LISTED
    provisional: bool = False
    missing: bool = False
    by_hand: bool = False
    mended: tuple[str, ...] = ()
    replaced_by: str | None = None
    awaited_since: datetime | None = None

    @property
    def name(self) -> str:
        """The whole name as it is shown."""
        return whole_name(self.family_name, self.given_names)

    def with_id(self, own: str) -> "Delegate":
        """The same under an id: `replace` for a hundred thousand people."""
        return Delegate(own, *_BUT_ID(self))

    def text(self, field: str) -> str | None:
        """A field of `LISTED` as the one text that `with_fields` takes; several stand in lines."""
        value = getattr(self, field)
        return "\n".join(value) if field in SEVERAL else value

    def with_fields(self, fields: Mapping[str, str | None]) -> "Delegate":
        """With new values of fields of `LISTED`; others are passed over.

        Raises ValueError for a capacity that there is not.
        """
        known: dict[str, Any] = {name: fields[name] for name in LISTED if name in fields}
        if "capacity" in known:
            known["capacity"] = Capacity(known["capacity"])
        for name in known.keys() & set(SEVERAL):
            known[name] = tuple((known[name] or "").splitlines())
        return replace(self, **known)


_BUT_ID = attrgetter(*(field.name for field in fields(Delegate)[1:]))
