"""Badges and their short, printed, typeable numbers."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

UNRESOLVED_PREFIX = "ZZ"
SPARE_PREFIX = "SP"
_TYPED = re.compile(r"([A-Za-z]{2,8})[ '´`’–—_-]?(\d{1,6})([A-Za-z]?)", re.ASCII)


class BadgeKind(StrEnum):
    """personal, spare (nobody's yet) or day (stands in for a forgotten badge for one day)."""

    PERSONAL = "personal"
    SPARE = "spare"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge that was issued; a voided one still names its holder. Instants are aware.

    `outdated` says that what is printed on it has changed since; `day` is the one day that a
    badge is good for, if it is for a day.
    """

    token: str
    number: str
    delegate_id: str | None
    kind: BadgeKind
    issued_at: datetime
    printed_at: datetime | None = None
    handed_over_at: datetime | None = None
    voided_at: datetime | None = None
    reason: str = ""
    outdated: bool = False
    day: date | None = None

    @property
    def valid(self) -> bool:
        """Whether it has not been voided."""
        return self.voided_at is None

    @property
    def is_free_spare(self) -> bool:
        """Whether it is nobody's and may become somebody's."""
        return self.valid and self.kind is BadgeKind.SPARE and self.delegate_id is None

    @property
    def state(self) -> str:
        """`voided`, `handed_over`, `printed` or `issued`."""
        if self.voided_at:
            return "voided"
        if self.handed_over_at:
            return "handed_over"
        return "printed" if self.printed_at else "issued"


def badge_number(prefix: str, count: int, desk_letter: str = "") -> str:
    """`MA-014`: a prefix, a hyphen, at least three digits, the letter of a joined desk."""
    return f"{prefix}-{count:03d}{desk_letter}"


def split_number(number: str) -> tuple[str, int]:
    """(prefix, count) of a number made by `badge_number`."""
    prefix, _, rest = number.rpartition("-")
    return prefix, int(rest.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def typed_number(text: str) -> str | None:
    """The badge number a person typed, in its printed form; None when it is no number.

    A missing hyphen, the apostrophe a Spanish layout makes of it, lower case and missing
    leading zeros are forgiven: `ma14` is `MA-014`.
    """
    match = _TYPED.fullmatch(text.strip())
    if not match:
        return None
    prefix, digits, letter = match.groups()
    return badge_number(prefix.upper(), int(digits), letter.upper())


def begun_number(text: str) -> str:
    """How the numbers begin that a person is typing, `MA-01` for `ma01`; "" for anything else."""
    match = _TYPED.fullmatch(text.strip())
    return f"{match[1]}-{match[2]}".upper() if match else ""
