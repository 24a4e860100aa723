"""JSON that came from elsewhere, read without trust: what has another type than it should is empty.

In: bytes, then names to follow. Out: text, numbers, lists and objects; never an exception.
"""

import json
from collections.abc import Mapping
from typing import Any

Object = Mapping[str, Any]


def read_object(body: bytes) -> Object:
    """The object that the bytes are; empty where they are none."""
    try:
        found = json.loads(body.decode("utf-8-sig", "replace"), parse_int=_number)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def object_at(found: Object, *names: str) -> Object:
    """The object that the names lead to."""
    value: Any = found
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def objects_at(found: Object, *names: str) -> tuple[Object, ...]:
    """The objects of the list that the names lead to."""
    value = object_at(found, *names[:-1]).get(names[-1])
    return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def text_at(found: Object, *names: str) -> str:
    """The text that the names lead to, in one line; a number as its digits."""
    value = object_at(found, *names[:-1]).get(names[-1])
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return " ".join(value.replace("\0", " ").split()) if isinstance(value, str) else ""


def number_at(found: Object, *names: str) -> int | None:
    """The whole number that the names lead to, also where it is written as text."""
    told = text_at(found, *names)
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 12 else None


def true_at(found: Object, *names: str) -> bool:
    """Whether the names lead to a plain *true*."""
    return object_at(found, *names[:-1]).get(names[-1]) is True


def _number(digits: str) -> int:
    return int(digits[:30])  # a number of thousands of digits is an attack, not an id
