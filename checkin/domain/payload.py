"""Facts to and from JSON text: fields by name, defaults left out, instants in milliseconds.

The text is canonical (sorted keys, no blanks), so that one fact has one hash.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from checkin.domain.clock import from_ms, to_ms
from checkin.domain.facts import Fact

Read = Callable[[Any], Any]


def to_text(fact: Fact) -> str:
    """The payload of a fact as canonical JSON."""
    plain = _plain(fact)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(kind: type[Fact], text: str) -> Fact:
    """The fact of `to_text`; raises KeyError, TypeError or ValueError for another text."""
    hint: Any = kind
    return cast(Fact, _reader(hint)(json.loads(text)))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return to_ms(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        kind: Any = type(value)
        pairs = ((name, getattr(value, name), default) for name, default in _named(kind))
        return {name: _plain(item) for name, item, default in pairs if item != default}
    return value


@cache
def _named(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


@cache
def _reader(hint: Any) -> Read:
    """How a plain value of JSON becomes a value of this type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return _optional(_reader(next(part for part in inner if part is not type(None))))
    if origin is tuple:
        return _several(_reader(inner[0]))
    if is_dataclass(hint):
        return _dataclass_reader(hint)
    if hint is datetime:
        return from_ms
    if hint is date:
        return date.fromisoformat
    return cast(Read, hint) if isinstance(hint, type) and issubclass(hint, Enum) else _same


def _same(value: Any) -> Any:
    return value


def _optional(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _several(read: Read) -> Read:
    return lambda values: tuple(map(read, values))


def _dataclass_reader(kind: Any) -> Read:
    hints = get_type_hints(kind)
    reads = {name: _reader(hints[name]) for name, _ in _named(kind)}

    def read(plain: dict[str, Any]) -> Any:
        return kind(**{name: reads[name](value) for name, value in plain.items()})

    return read
