"""Reads `resources/wording/<language>.toml`."""

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from checkin.domain.meeting import LANGUAGES
from checkin.domain.wording import Wording
from checkin.paths import resource


@cache
def load(language: str) -> Wording:
    """All words of one of `LANGUAGES`; raises ValueError for another language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    tables = tomllib.loads(resource("wording", f"{language}.toml").read_text(encoding="utf-8"))
    return Wording(language, dict(_flat("", tables)))


def _flat(prefix: str, table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield f"{prefix}{key}", str(value)
