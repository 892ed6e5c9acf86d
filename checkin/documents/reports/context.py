"""What every report says about itself."""

from dataclasses import dataclass
from datetime import datetime

from checkin.domain.attendance import Seen, Standing
from checkin.domain.dates import moment, stamp
from checkin.domain.text import clean
from checkin.domain.wording import Wording

_STANDINGS = {
    Standing.COMPLETE: "attendance.complete",
    Standing.PARTIAL: "attendance.partial",
    Standing.HEAD_ABSENT: "attendance.head_absent",
    Standing.ABSENT: "attendance.absent_delegation",
    Standing.WITHDRAWN: "attendance.withdrawn_person",
}


def entered_words(seen: Seen | None, wording: Wording) -> str:
    """That an arrival was typed in from paper, and when; "" for any other."""
    if seen is None or seen.entered_at is None:
        return ""
    entered = moment(seen.entered_at, seen.at.date(), wording)
    return wording.say("attendance.from_paper", time=entered)


def standing_word(standing: Standing, wording: Wording) -> str:
    """How much of a delegation came, in words."""
    return wording.say(_STANDINGS[standing])


@dataclass(frozen=True, slots=True)
class ReportContext:
    """The head and foot of a report: the meeting's title, the lines under it, where and when.

    `printed_at` is an instant as the clocks at the meeting's place show it; `head` the
    journal's newest hash, "" where there is none; `emblem` the host's, as a PNG.
    """

    title: str
    lines: tuple[str, ...]
    place: str
    printed_at: datetime
    head: str
    wording: Wording
    emblem: bytes | None = None

    @property
    def foot(self) -> str:
        """When it was printed, and how far the journal was by then."""
        words = self.wording
        place = clean(self.place) or str(self.printed_at.tzinfo)
        printed = words.say("attendance.printed", time=stamp(self.printed_at, words), place=place)
        if not self.head:
            return printed
        short = " ".join(self.head[start : start + 4] for start in (0, 4, 8)).upper().strip()
        return f"{printed}   ·   {words.say('attendance.journal_head', head=short)}"
