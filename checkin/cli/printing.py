"""Answers on standard output, as JSON or as lines; everything else on standard error."""

import errno
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from checkin.domain.refused import Refused
from checkin.domain.wording import Wording


class Unheard(Exception):
    """Nobody takes our answers any longer: the pipe is closed, or its disk is full."""


@dataclass(frozen=True, slots=True)
class Out:
    """Where answers go; with `json`, one document or one object a line and nothing else.

    Each raises Unheard where standard output fails.
    """

    json: bool
    wording: Wording

    def result(self, value: dict[str, Any], line: str) -> None:
        """One answer, flushed at once: whoever reads it knows that it is true by now."""
        _print((_as_text(value) if self.json else line,))

    def rows(self, values: list[Any], line: str) -> None:
        """A list: one JSON array, or a line for each."""
        self.answers(
            values,
            (
                line.format_map(value) if isinstance(value, dict) else line.format(value)
                for value in values
            ),
        )

    def answers(self, values: list[Any], lines: Iterable[str]) -> None:
        """A list: one JSON array, or lines in other words."""
        _print((_as_text(values),) if self.json else lines)

    def line(self, text: str) -> None:
        """What was done, for a command without JSON."""
        _print((text,))

    def note(self, text: str) -> None:
        """A warning for a person; with JSON it stands in the document already."""
        if not self.json:
            _complain(text)

    def refusal(self, refused: Refused) -> None:
        """`code: sentence` on standard error, and as JSON where JSON was asked for."""
        message = self.wording.say(f"refused.{refused.code}", **refused.facts)
        _complain(f"{refused.code}: {message}")
        if self.json:
            _print((_as_text({"error": {"code": refused.code, "message": message}}),))


def open_streams() -> None:
    """Every letter can be printed, and a stream that the caller closed is nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def silence(unheard: Unheard) -> None:
    """Lets the program end in peace: what is left in the buffer goes nowhere."""
    error = unheard.__cause__
    if isinstance(error, OSError) and error.errno not in (errno.EPIPE, errno.EINVAL):
        _complain(f"checkin: standard output: {error.strerror}")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _print(lines: Iterable[str]) -> None:
    try:
        for line in lines:
            print(line)
        sys.stdout.flush()
    except OSError as error:
        raise Unheard from error


def _complain(text: str) -> None:
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        return
