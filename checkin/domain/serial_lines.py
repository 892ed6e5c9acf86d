"""What a serial scanner sends, as scans: a line ends with CR, LF or a pause."""

import re

from checkin.domain.card_lines import CardLines

LONGEST = 4296  # letters; a QR code holds no more
_CARD_PAUSES = 5  # in a row, before nobody waits for the end of a visiting card
_END = re.compile(rb"[\r\n]+")
_AROUND = "".join(map(chr, range(33))) + "\x7f"  # STX, ETX and the like, which frame a code


class SerialLines:
    """Takes bytes as they come; any bytes of any length are answered, and little is kept."""

    def __init__(self) -> None:
        self._begun, self._deaf, self._pauses = b"", False, 0
        self._card = CardLines()

    def take(self, data: bytes) -> tuple[str, ...]:
        """The scans that are whole by these bytes."""
        self._pauses = 0
        *ended, begun = _END.split(data)
        found: list[str] = []
        for part in ended:
            found += self._go_on(part)
            found += self._line()
        found += self._go_on(begun)
        return tuple(found)

    def pause(self) -> tuple[str, ...]:
        """The scans that are whole because nothing came for a moment."""
        self._pauses += 1
        found = self._line()
        if self._pauses >= _CARD_PAUSES:
            found += self._card.rest()
        return found

    def _go_on(self, part: bytes) -> tuple[str, ...]:
        """A line that ends nowhere is cut where no code is longer; its rest is let go."""
        if self._deaf:
            return ()
        self._begun += part
        if len(self._begun) < LONGEST:
            return ()
        found, self._deaf = self._line(), True
        return found

    def _line(self) -> tuple[str, ...]:
        line, self._begun, self._deaf = _text(self._begun[:LONGEST]), b"", False
        return self._card.take(line) if line else ()


def _text(line: bytes) -> str:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("latin-1")
    return text.strip(_AROUND)
