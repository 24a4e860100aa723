"""Frozen values to JSON and back, by their type hints.

In: a dataclass of `model`, or the plain data it was made from. Out: the other one. Members of a
union of dataclasses carry their class's name under "is", so that two kinds with the same fields
stay apart. Unknown keys are left out on reading: an older program can read what a newer one wrote.
"""

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def dump(value: object) -> Any:
    """Plain data for JSON: fields that hold their default are left out."""
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()
        case tuple() | list():
            return [dump(part) for part in value]
        case dict():
            return {key: dump(part) for key, part in value.items()}
        case _:
            return _dump_fields(value)


def _dump_fields(value: object) -> dict[str, Any]:
    if not is_dataclass(value):
        raise TypeError(f"no way to store a {type(value).__name__}")
    kind: Any = type(value)
    out: dict[str, Any] = {"is": kind.__name__} if kind in _united() else {}
    for name, default in _defaults(kind):
        part = getattr(value, name)
        if default is MISSING or part != default:
            out[name] = dump(part)
    return out


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


def load(kind: type[T], data: Any) -> T:
    """The value of type `kind` that `data` was dumped from."""
    return cast("T", _loader(cast("Any", kind))(data))


@cache
def _united() -> frozenset[type]:
    """The classes that stand in a union of several, and so need their name written down."""
    from watchdesk.model import Detail  # noqa: PLC0415 - the codec is general, the union is not

    return frozenset(typing.get_args(Detail))


@cache
def _loader(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return _union_loader(arguments)
    if origin is tuple:
        return _tuple_loader(arguments)
    if origin is dict:
        each = _loader(arguments[1])
        return lambda data: {key: each(part) for key, part in data.items()}
    if is_dataclass(kind):
        return _class_loader(cast("type", kind))
    if kind is datetime or kind is date:
        return kind.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda data: data


def _union_loader(members: tuple[Any, ...]) -> Callable[[Any], Any]:
    loaders = {m.__name__: _loader(m) for m in members if m is not type(None)}
    if len(loaders) == 1:
        only = next(iter(loaders.values()))
        return lambda data: None if data is None else only(data)
    return lambda data: None if data is None else loaders[data["is"]](data)


def _tuple_loader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        each = _loader(arguments[0])
        return lambda data: tuple(each(part) for part in data)
    loaders = [_loader(argument) for argument in arguments]
    return lambda data: tuple(load(part) for load, part in zip(loaders, data, strict=True))


def _class_loader(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    loaders = {field.name: _loader(hints[field.name]) for field in fields(kind)}
    return lambda data: kind(
        **{name: loaders[name](part) for name, part in data.items() if name in loaders}
    )
