"""A scanner's keys told from a person's, without a window: what to hold, pass on, or take.

Our codes are told by their alphabet, others' by timing: no hand types four keys in 80 ms.
"""

from dataclasses import dataclass

from checkin.gui.scanning.meaning import (
    AT_ONCE_MS,
    BEGUN,
    Letters,
    Scan,
    begins_at,
    is_letter,
    is_unfinished,
    scan_of,
)
from checkin.gui.scanning.strokes import ENDS, Place, Stroke

HOLD_MS = 80  # the longest that a person's letter is kept from a field
GAP_MS = 80  # keys further apart are not of one burst
PRESSING_MS, OURS_MS = 120, 250  # the same where a letter would press something
KNOWN_MS = 400  # a computer at work may deliver half of a code so much later
TOGETHER = 4  # keys within HOLD_MS that no hand types
TIRED_MS = 160  # as many in a longer time, and it was no machine
LINE_MS = 50  # after Enter in a fast run: more lines may come
AFTER_MS = 250  # Enter and Tab after a code belong to it
LEAST = 20  # letters of ours: a code, if a damaged one


@dataclass(frozen=True, slots=True)
class PassOn:
    """The oldest of the held keys go on to what has the focus."""

    count: int


@dataclass(frozen=True, slots=True)
class Drop:
    """The oldest of the held keys go nowhere."""

    count: int


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The latest of the keys that were passed on in this run were a scanner's."""

    count: int


@dataclass(frozen=True, slots=True)
class Over:
    """The run of keys is over."""


@dataclass(frozen=True, slots=True)
class Found:
    """A scan came."""

    scan: Scan


Step = PassOn | Drop | TakeBack | Over | Found


class Capture:
    """Given every key that is text, Enter or Tab; each is held until a step lets it go.

    `due` says when `wait` wants to be called if no key comes before.
    """

    def __init__(self) -> None:
        self._ended = -AFTER_MS - 1  # when the latest scan was answered
        self._last_key = -AFTER_MS - 1  # of that scan
        self._begin()

    def _begin(self) -> None:
        self._run: list[Stroke] = []
        self._letters = Letters()
        self._passed = self._since = 0  # what was passed on; where the latest burst begins
        self._fast = self._tail = self._late = False

    @property
    def running(self) -> bool:
        """Whether a burst of keys is not over."""
        return len(self._run) > self._since

    def machine(self, at: int) -> bool:
        """Whether a key of this moment is one of a burst that no hand types."""
        return self.running and self._fast and at <= self._over_at

    @property
    def due(self) -> int | None:
        """When the next key is to be let go, or the run is over."""
        if not self.running:
            return None
        over = self._over_at
        if self._passed == len(self._run) or self._holds_all:
            return over
        return min(over, self._run[self._passed].at + HOLD_MS)

    @property
    def _over_at(self) -> int:
        last = self._run[-1]
        if last.text in ENDS:
            return last.at + LINE_MS
        count = self._letters.count
        if count >= LEAST or (count >= BEGUN and self._fast):
            return last.at + KNOWN_MS
        if last.place is not Place.ELSEWHERE:
            return last.at + GAP_MS
        ours = count >= len(self._run) - self._since
        return last.at + (OURS_MS if ours else PRESSING_MS)

    @property
    def _holds_all(self) -> bool:
        """Whether nothing is passed on before the run is over."""
        count = self._letters.count
        if self._fast or self._tail or count >= BEGUN or self._run[-1].text in ENDS:
            return True
        place = self._run[self._passed].place if self._passed < len(self._run) else Place.FIELD
        return place is Place.ELSEWHERE or (place is Place.LIST and count == len(self._run))

    def follows(self, at: int) -> bool:
        """Whether Enter or Tab at this moment may belong to a code."""
        return self.running or at - self._ended <= AFTER_MS

    def answered(self, at: int) -> None:
        """A scan was answered by now: what comes next may be late by as much as that took."""
        self._ended = max(self._ended, at)

    def press(self, stroke: Stroke) -> list[Step]:
        """A key that is text."""
        steps = self._catch_up(stroke)
        if not self._run:
            self._tail = stroke.at - self._last_key <= AT_ONCE_MS
            self._late = stroke.at - self._ended <= AT_ONCE_MS
        self._run.append(stroke)
        self._letters.add(stroke)
        code = self._letters.code
        if code:
            return steps + self._take(begins_at(self._run), Scan(code))
        self._judge()
        return steps + self._let_go(stroke.at)

    def end(self, stroke: Stroke) -> list[Step]:
        """Enter or Tab."""
        steps = self._catch_up(stroke)
        if not self.running:
            if stroke.at - self._ended > AFTER_MS:
                return [*steps, PassOn(1)]
            self._ended = self._last_key = stroke.at
            return [*steps, Drop(1)]
        self._run.append(stroke)
        self._letters.add(stroke)
        waits = self._fast or self._tail or is_unfinished(self._run)
        return steps if waits else steps + self._conclude()

    def wait(self, at: int) -> list[Step]:
        """The time has come, and no key with it."""
        if self.running and at >= self._over_at:
            return self._conclude()
        return self._let_go(at)

    def give_up(self) -> list[Step]:
        """A key came that no scanner sends: whatever is held was typed."""
        return [*self._give(), *self._forget()] if self._run else []

    def _catch_up(self, stroke: Stroke) -> list[Step]:
        """A burst that was over before this key came; the key may still go on with its code."""
        steps = self._conclude() if self.running and stroke.at > self._over_at else []
        if self._run and not self.running:
            goes_on = stroke.at - self._run[-1].at <= KNOWN_MS and is_letter(stroke)
            return steps if goes_on else steps + self._forget()
        return steps

    def _judge(self) -> None:
        if len(self._run) >= TOGETHER:
            took = self._run[-1].at - self._run[-TOGETHER].at
            self._fast = took <= HOLD_MS or (self._fast and took <= TIRED_MS)

    def _let_go(self, at: int) -> list[Step]:
        """A person's letters are held no longer than they must be."""
        if not self.running or self._holds_all:
            return []
        old = sum(1 for one in self._run[self._passed :] if at - one.at >= HOLD_MS)
        self._passed += old
        return [PassOn(old)] if old else []

    @property
    def _is_tail(self) -> bool:
        """Whether the run came with the code before it, and was fast or is too short to tell.

        Keys without a time of their own come when that code was answered: they must be fast.
        """
        with_it = self._tail and (self._fast or len(self._run) < TOGETHER)
        return with_it or (self._late and self._fast)

    def _conclude(self) -> list[Step]:
        """The run is over: a scan, the rest of one, or what somebody typed."""
        ended = self._run[-1].text in ENDS
        scan = scan_of(self._run[self._since :], self._fast, ended)
        if self._is_tail and (scan is None or len(scan.text) < LEAST):
            return self._take(0)
        if scan:
            return self._take(self._since, scan)
        return self._give() if self._letters.count else [*self._give(), *self._forget()]

    def _give(self) -> list[Step]:
        held = len(self._run) - self._passed
        self._passed = self._since = len(self._run)
        self._fast = False
        return [PassOn(held)] if held else []

    def _forget(self) -> list[Step]:
        self._begin()
        return [Over()]

    def _take(self, start: int, scan: Scan | None = None) -> list[Step]:
        """What came from `start` on was a scanner's; what came before was typed."""
        typed = max(start - self._passed, 0)
        leaked = max(self._passed - start, 0)
        held = len(self._run) - self._passed - typed
        self._ended = self._last_key = self._run[-1].at
        self._begin()
        counted = ((PassOn, typed), (TakeBack, leaked), (Drop, held))
        steps: list[Step] = [make(count) for make, count in counted if count]
        return [*steps, Over(), Found(scan)] if scan else [*steps, Over()]
