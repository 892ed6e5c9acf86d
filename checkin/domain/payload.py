"""Facts to and from JSON text: fields by name, defaults left out, instants in milliseconds.

The text is canonical (sorted keys, no blanks), so that one fact has one hash.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from json.encoder import encode_basestring
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from checkin.domain.clock import from_ms, to_ms

Value = TypeVar("Value")
Convert = Callable[[Any], Any]
Write = Callable[[Any], str]
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def to_text(fact: object) -> str:
    """The payload of a fact as canonical JSON."""
    kind: Any = type(fact)
    return _writer(kind)(fact)


def from_text(kind: type[Value], text: str) -> Value:
    """The fact of `to_text`; raises KeyError, TypeError or ValueError for another text."""
    return from_plain(kind, json.loads(text))


def from_plain(kind: type[Value], plain: object) -> Value:
    """The same out of plain values of JSON, also for a part of a fact."""
    hint: Any = kind
    return cast(Value, _reader(hint)(plain))


@cache
def _writer(hint: Any) -> Write:
    """How a value of this type becomes canonical JSON."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return _optional_writer(_writer(next(part for part in inner if part is not type(None))))
    if origin is tuple:
        return _several_writer(_writer(inner[0]))
    if is_dataclass(hint):
        return _dataclass_writer(hint)
    if hint is datetime:
        return lambda instant: str(to_ms(instant))
    if hint is date:
        return lambda day: f'"{day.isoformat()}"'
    is_text = isinstance(hint, type) and issubclass(hint, str)
    return encode_basestring if is_text else _CANONICAL


def _optional_writer(write: Write) -> Write:
    return lambda value: "null" if value is None else write(value)


def _several_writer(write: Write) -> Write:
    return lambda values: f"[{','.join(map(write, values))}]"


def _dataclass_writer(kind: Any) -> Write:
    """The fields in the order of their names, without those that are as usual."""
    hints = get_type_hints(kind)
    ordered = sorted(fields(kind), key=attrgetter("name"))
    if len(ordered) == 1:
        return _wrapper(ordered[0].name, _writer(hints[ordered[0].name]))
    plan = [(f'"{one.name}":', one.default, _writer(hints[one.name])) for one in ordered]
    values = attrgetter(*(one.name for one in ordered))

    def write_fields(one: Any) -> str:
        said = [
            name + write(value)
            for (name, default, write), value in zip(plan, values(one), strict=True)
            if value is not default and value != default
        ]
        return f"{{{','.join(said)}}}"

    return write_fields


def _wrapper(name: str, write: Write) -> Write:
    """Of one thing alone, as in most facts, there is nothing to leave out."""
    value, begun = attrgetter(name), f'{{"{name}":'
    return lambda one: f"{begun}{write(value(one))}}}"


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
