"""Reads `resources/wording/<language>.toml`, and what is said of problems when it is needed."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from checkin.domain.meeting import LANGUAGES
from checkin.domain.wording import Wording
from checkin.paths import resource


class _Texts(Mapping[str, str]):
    """The texts of a language; those of `problems/` are read with the first that is asked for."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._read = _texts_of("wording", f"{language}.toml")
        self._tables = frozenset(map(_table, self._read))
        self._whole = False

    def __getitem__(self, key: str) -> str:
        return (self._read if _table(key) in self._tables else self._all())[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, str]:
        if not self._whole:
            self._read = self._read | _texts_of("wording", "problems", f"{self._language}.toml")
            self._whole = True
        return self._read


@cache
def load(language: str) -> Wording:
    """All words of one of `LANGUAGES`; raises ValueError for another language."""
    if language not in LANGUAGES:
        raise ValueError(language)
    return Wording(language, _Texts(language))


def _texts_of(*parts: str) -> dict[str, str]:
    return dict(_flat("", tomllib.loads(resource(*parts).read_text(encoding="utf-8"))))


def _table(key: str) -> str:
    return key.partition(".")[0]


def _flat(prefix: str, table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield f"{prefix}{key}", str(value)
