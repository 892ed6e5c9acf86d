"""Plays keys to a `Capture` on a clock of its own, and keeps what came through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checkin.domain.token import ALPHABET, make_token
from checkin.gui.scanning.capture import Capture, Drop, Found, Over, PassOn, Step, TakeBack
from checkin.gui.scanning.strokes import ENDS, Place, Stroke

US = {"!": "1", "@": "2", "#": "3", "_": "-", "+": "=", "{": "[", "}": "]", ":": ";", '"': "'"}
CODES = {
    letter: start + at
    for start, row in ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"))
    for at, letter in enumerate(row)
} | {letter: 43 + at for at, letter in enumerate("\\zxcvbnm,./")}
KEY = bytes(32)


def token(number: int) -> str:
    """A sound code of ours."""
    return make_token(number.to_bytes(8, "big"), KEY)


def damaged(code: str, at: int) -> str:
    """The same with another letter at one place."""
    other = ALPHABET[(ALPHABET.index(code[at]) + 1) % len(ALPHABET)]
    return code[:at] + other + code[at + 1 :]


@dataclass
class Player:
    """`got` is what came to the focus, `late` how long each letter was kept from it."""

    place: Place = Place.FIELD
    keys: bool = False
    now: int = 1000
    got: list[str] = field(default_factory=list)
    scans: list[str] = field(default_factory=list)
    alphabets: list[str] = field(default_factory=list)
    late: list[int] = field(default_factory=list)
    capture: Capture = field(default_factory=Capture)
    _held: list[Stroke] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What the focus has got."""
        return "".join(self.got)

    def type(self, text: str, gaps: int | Sequence[int], layout: dict[str, str] | None = None):
        """Types keys, each after a pause; a layout says what the computer makes of a US key."""
        given = [gaps] * len(text) if isinstance(gaps, int) else gaps
        for letter, gap in zip(text, given, strict=True):
            self.pause(gap)
            self.press(letter, (layout or {}).get(letter, letter))
        return self

    def press(self, letter: str, seen: str) -> None:
        code = CODES.get(US.get(letter, letter).lower(), 0)
        stroke = Stroke(seen, self.now, code, letter.isupper() or letter in US, self.place)
        ends = letter in ENDS
        if ends and not self.capture.follows(self.now):
            self.got.append(letter)
            return
        self._held.append(stroke)
        self._do(self.capture.end(stroke) if ends else self.capture.press(stroke))

    def pause(self, ms: int):
        """Lets time pass; what falls due meanwhile is done when it is due."""
        until = self.now + ms
        while (due := self.capture.due) is not None and due < until:
            self.now = max(self.now, due)
            before = (len(self._held), self.capture.running)
            self._do(self.capture.wait(self.now))
            assert (len(self._held), self.capture.running) != before, "nothing fell due"
        self.now = until
        return self

    def rest(self):
        """A pause that ends every run."""
        return self.pause(500)

    def _do(self, steps: Iterable[Step]) -> None:
        for step in steps:
            if isinstance(step, PassOn):
                for stroke in self._held[: step.count]:
                    self.got.append(stroke.text)
                    self.late.append(self.now - stroke.at)
                del self._held[: step.count]
            elif isinstance(step, Drop):
                del self._held[: step.count]
            elif isinstance(step, TakeBack):
                del self.got[-step.count :]
            elif isinstance(step, Found):
                self.scans.append(step.scan.text)
                if step.scan.alphabet:
                    self.alphabets.append(step.scan.alphabet)
            else:
                assert isinstance(step, Over)
