"""The words that start a proposal for a register: the desk's own file, or the shipped one.

In: a desk's folder and a register's name. Out: its words by kind of development and language, or
complaints that name the place. A desk's `words/cases.toml` replaces the shipped list of that name;
`watchdesk register words` writes a copy to begin with.
"""

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from watchdesk.registers import Words

FOLDER = "words"


def read_words(folder: Path, register: str, complaints: list[str]) -> Words:
    """The words of a register, by kind of development and language."""
    own = folder / FOLDER / f"{register}.toml"
    text = own.read_text(encoding="utf-8") if own.exists() else shipped_words(register)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        complaints.append(f"{FOLDER}/{own.name}: {error}")
        return {}
    return {kind: _by_language(own.name, kind, table, complaints) for kind, table in data.items()}


def shipped_words(register: str) -> str:
    """The list that comes with the program, as TOML; empty for a register without one."""
    path = resources.files("watchdesk.registers") / "words" / f"{register}.toml"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _by_language(
    name: str, kind: str, table: Any, complaints: list[str]
) -> dict[str, tuple[str, ...]]:
    if isinstance(table, dict) and all(_are_words(words) for words in table.values()):
        return {language: tuple(words) for language, words in table.items()}
    complaints.append(f'{FOLDER}/{name}: {kind}: write language = ["word", "word"]')
    return {}


def _are_words(words: Any) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) and word for word in words)
