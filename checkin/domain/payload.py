"""Facts to and from JSON text: fields by name, defaults left out, instants in milliseconds.

The text is canonical (sorted keys, no blanks), so that one fact has one hash.
"""

import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from checkin.domain.clock import from_ms, to_ms

Value = TypeVar("Value")
Convert = Callable[[Any], Any]
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def to_text(fact: object) -> str:
    """The payload of a fact as canonical JSON."""
    kind: Any = type(fact)
    return _CANONICAL(_writer(kind)(fact))


def from_text(kind: type[Value], text: str) -> Value:
    """The fact of `to_text`; raises KeyError, TypeError or ValueError for another text."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[Value], plain: object) -> Value:
    """The same out of plain values of JSON, also for a part of a fact."""
    hint: Any = kind
    return cast(Value, _reader(hint)(plain))


@cache
def _writer(hint: Any) -> Convert:
    """How a value of this type becomes a plain value of JSON."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return _optional(_writer(next(part for part in inner if part is not type(None))))
    if origin is tuple:
        return _several(_writer(inner[0]))
    if is_dataclass(hint):
        return _dataclass_writer(hint)
    if hint is datetime:
        return to_ms
    return date.isoformat if hint is date else _same


def _dataclass_writer(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    plan = [(field.name, field.default, _writer(hints[field.name])) for field in fields(kind)]
    values = attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)

    def write(one: Any) -> dict[str, Any]:
        plain = {}
        for (name, default, convert), value in zip(plan, values(one), strict=True):
            if default is MISSING or value != default:
                plain[name] = value if convert is _same else convert(value)
        return plain

    return write


@cache
def _reader(hint: Any) -> Convert:
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
    return cast(Convert, hint) if isinstance(hint, type) and issubclass(hint, Enum) else _same


def _same(value: Any) -> Any:
    return value


def _optional(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _several(convert: Convert) -> Convert:
    return lambda values: tuple(map(convert, values))


def _dataclass_reader(kind: Any) -> Convert:
    hints = get_type_hints(kind)
    reads = {field.name: _reader(hints[field.name]) for field in fields(kind)}

    def read(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise TypeError(f"no fields of {kind.__name__}")
        return kind(**{name: reads[name](value) for name, value in plain.items()})

    return read
