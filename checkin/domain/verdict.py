"""The answers a scan can get, in order of precedence, and what each means at the door."""

from enum import StrEnum


class Verdict(StrEnum):
    """What the desk says of a scan; `docs/desk.md` says what to do about each."""

    MISREAD = "misread"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    OTHER_MEETING = "other_meeting"
    GENUINE_UNLISTED = "genuine_unlisted"
    SPARE_BADGE = "spare_badge"
    BADGE_REPLACED = "badge_replaced"
    DAY_BADGE_OVER = "day_badge_over"
    WITHDRAWN = "withdrawn"
    NOT_A_MEETING_DAY = "not_a_meeting_day"
    JUST_SCANNED = "just_scanned"
    ALREADY_IN = "already_in"
    WELCOME = "welcome"
    NOT_RECORDED = "not_recorded"

    @property
    def lets_in(self) -> bool:
        """Whether the person may pass on this answer alone."""
        return self in _LET_IN

    @property
    def records_arrival(self) -> bool:
        """Whether this answer writes an arrival."""
        return self in (Verdict.WELCOME, Verdict.GENUINE_UNLISTED)

    @property
    def records_refusal(self) -> bool:
        """Whether this answer writes a ScanRefused, without personal data of strangers."""
        return self in _REFUSED


_LET_IN = {Verdict.WELCOME, Verdict.GENUINE_UNLISTED, Verdict.ALREADY_IN, Verdict.JUST_SCANNED}
_REFUSED = set(Verdict) - _LET_IN - {Verdict.MISREAD, Verdict.NOT_RECORDED}
