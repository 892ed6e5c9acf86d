"""Scans line by line, the lines of one vCard together: a scanner sends each with its Enter."""

import re
from collections.abc import Iterable, Iterator

LONGEST = 4296  # letters; a QR code holds no more
LINE = re.compile(r"(?:[\w-]+\.)?([A-Za-z-]+)((?:;[^:]*?)?):(.*)", re.DOTALL)
_MOST_LINES = 100


def is_card_begun(text: str) -> bool:
    """Whether a vCard began and did not end: its lines may still come, one by one."""
    upper = text[:LONGEST].upper()
    return upper.lstrip().startswith("BEGIN:VCARD") and "END:VCARD" not in upper


def goes_on(line: str) -> bool:
    """Whether a line may belong to a vCard that began."""
    return line[:1] in ("", " ", "\t") or LINE.match(line) is not None


class CardLines:
    """Keeps the lines of a vCard until its last; whatever else comes is whole by itself."""

    def __init__(self) -> None:
        self._begun: list[str] = []

    @property
    def waits(self) -> bool:
        """Whether a vCard began and did not end."""
        return bool(self._begun)

    def take(self, line: str) -> tuple[str, ...]:
        """The scans that are whole now; a line that is none of the vCard's ends it."""
        before = () if not self._begun or goes_on(line) else self.rest()
        self._begun.append(line)
        whole = "\n".join(self._begun)
        if is_card_begun(whole) and len(self._begun) < _MOST_LINES:
            return before
        return (*before, *self.rest())

    def rest(self) -> tuple[str, ...]:
        """What came of a vCard whose end did not."""
        begun, self._begun = self._begun, []
        return ("\n".join(begun),) if begun else ()


def gathered(lines: Iterable[str]) -> Iterator[str]:
    """The scans of a stream, each as soon as it is whole."""
    card = CardLines()
    for line in lines:
        yield from card.take(line)
    yield from card.rest()
