"""What a badge shows, gathered for printing."""

from dataclasses import dataclass

from checkin.domain.delegate import Capacity

LAYOUTS = ("a6",)
SHEETS = ("a4-4",)


@dataclass(frozen=True, slots=True)
class BadgeFace:
    """All that is printed on one badge, nothing else; texts as the list gives them.

    A blank one has no texts but its number, no `capacity`, and no delegate.
    """

    delegate_id: str
    token: str
    number: str
    given_names: str
    family_name: str
    name_in_script: str
    function: str
    delegation: str
    code: str
    working_group: str
    capacity: Capacity | None


@dataclass(frozen=True, slots=True)
class BadgeHead:
    """The head that all badges of a meeting share, in the order of the lines.

    `emblem` is a PNG, or None where the meeting has none.
    """

    title: str
    lines: tuple[str, ...]
    emblem: bytes | None = None


@dataclass(frozen=True, slots=True)
class BadgeWarning:
    """Something about one badge that a person should look at; `code` worded under `[badge]`."""

    delegate_id: str
    code: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class BadgePlace:
    """Where on paper somebody's badge stands: page from 0, millimetres from the upper left."""

    delegate_id: str
    page: int
    x: float
    y: float
    width: float
    height: float
