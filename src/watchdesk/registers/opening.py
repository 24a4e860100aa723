"""What an entry is opened with: its title, and the keys by which it is known again.

In: a name or title as printed. Out: keys, and the value of the development that opens an entry.
"""

from collections.abc import Iterable
from typing import Any

from watchdesk.model import Key
from watchdesk.text.soundkey import sound_key


def sounds(name: str) -> tuple[Key, ...]:
    """What each word of a name sounds like, whatever its script."""
    return tuple(dict.fromkeys(Key("sound", sound_key(word)) for word in name.split()))


def name_keys(name: str) -> tuple[Key, ...]:
    """The name as printed, and its sounds."""
    return (Key("name", name), *sounds(name))


def opened_as(title: str, keys: Iterable[Key]) -> dict[str, Any]:
    """The value of the development that opens an entry."""
    return {"title": title, "keys": [[key.scheme, key.value] for key in keys]}
