"""Answers on standard output, as JSON or as lines; everything else on standard error."""

import json
import sys
from dataclasses import dataclass
from typing import Any

from checkin.domain.refused import Refused
from checkin.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Out:
    """Where answers go; with `json`, one document or one object a line and nothing else."""

    json: bool
    wording: Wording

    def result(self, value: dict[str, Any], line: str) -> None:
        """One answer, flushed at once: whoever reads it knows that it is true by now."""
        print(json.dumps(value, ensure_ascii=False) if self.json else line, flush=True)

    def rows(self, values: list[Any], line: str) -> None:
        """A list: one JSON array, or a line for each."""
        if self.json:
            print(json.dumps(values, ensure_ascii=False), flush=True)
            return
        for value in values:
            print(line.format_map(value) if isinstance(value, dict) else line.format(value))

    def line(self, text: str) -> None:
        """What was done, for a command without JSON."""
        print(text, flush=True)

    def note(self, text: str) -> None:
        """A warning for a person; with JSON it stands in the document already."""
        if not self.json:
            print(text, file=sys.stderr)

    def refusal(self, refused: Refused) -> None:
        """`code: sentence` on standard error, and as JSON where JSON was asked for."""
        message = self.wording.say(f"refused.{refused.code}", **refused.facts)
        print(f"{refused.code}: {message}", file=sys.stderr)
        if self.json:
            error = {"code": refused.code, "message": message}
            print(json.dumps({"error": error}, ensure_ascii=False), flush=True)
