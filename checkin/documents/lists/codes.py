"""Codes of other tools as a list writes them: several in one cell, JSON, never cut in two."""

import json
import re

_SEAM = re.compile(r"[,;\s]+")
_BLANKS = re.compile(r"[\s,;]*")
_DECODER = json.JSONDecoder()


def codes_of(text: str) -> tuple[str, ...]:
    """The codes of a cell, each as its QR says it; JSON holds commas and base64 of its own."""
    if not text.startswith("{"):
        return tuple(dict.fromkeys(filter(None, _SEAM.split(text)))) if text else ()
    return tuple(dict.fromkeys(_objects(text)))


def _objects(text: str) -> list[str]:
    """The JSON objects one after the other; the whole text where it is no JSON."""
    found, at = [], 0
    while at < len(text):
        try:
            _, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return [text]
        found.append(text[at:end])
        blanks = _BLANKS.match(text, end)
        at = blanks.end() if blanks else end
    return found
