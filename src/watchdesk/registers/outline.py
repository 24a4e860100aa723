"""The outline of a report, as data: sections, the categories in each, and what they are told from.

In: a TOML table. Out: an `Outline`, or sentences that say what is wrong with it. The shipped one
orders acts as the lists of the HURIDOCS Events Standard Formats do, from the right to life to the
rights of groups, in words and codes of our own; a desk edits its copy.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

VIOLATION = "violation"
"""The field in which an editor names the code of a category; several with commas between."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """An editor's own sentence, and the ids of the developments that it rests on."""

    text: str
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category.

    Its lines are the developments of `tells` (pairs of register and kind) and those in which an
    editor set `violation` to its `code`.
    """

    code: str
    title: str
    tells: frozenset[tuple[str, str]] = frozenset()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Categories under one heading."""

    title: str
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a report tells, in which order."""

    title: str
    chapters: tuple[Chapter, ...]

    @property
    def categories(self) -> Iterator[Category]:
        """All of them, in their order."""
        return (one for chapter in self.chapters for one in chapter.categories)


def outline_of(data: Mapping[str, Any]) -> Outline:
    """The outline that a table holds; `ValueError` with a sentence where it does not hold one."""
    chapters = tuple(_chapter(one) for one in _tables(data, "section", "the outline"))
    found = Outline(title=_text(data, "title", "the outline"), chapters=chapters)
    codes = [one.code for one in found.categories]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"These codes stand twice in the outline: {', '.join(twice)}.")
    return found


def _chapter(data: Mapping[str, Any]) -> Chapter:
    title = _text(data, "title", "a section")
    return Chapter(
        title=title,
        categories=tuple(_category(one) for one in _tables(data, "category", f"“{title}”")),
    )


def _category(data: Mapping[str, Any]) -> Category:
    title = _text(data, "title", "a category")
    sentences = [
        Sentence(_text(one, "text", f"a sentence of “{title}”"), _texts(one, "rests_on", title))
        for one in data.get("sentence", ())
    ]
    return Category(
        code=_text(data, "code", f"“{title}”"),
        title=title,
        tells=frozenset(_pair(one, title) for one in _texts(data, "tells", title)),
        sentences=tuple(sentences),
    )


def _pair(written: str, title: str) -> tuple[str, str]:
    register, mark, kind = written.partition(".")
    if not mark:
        raise ValueError(f"“{title}” tells '{written}'; write REGISTER.KIND, as in cases.detained.")
    return register, kind


def _tables(data: Mapping[str, Any], name: str, where: str) -> Sequence[Mapping[str, Any]]:
    found = data.get(name)
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise ValueError(f"There is no [[{name}]] in {where}.")
    return found


def _text(data: Mapping[str, Any], name: str, where: str) -> str:
    found = data.get(name)
    if not isinstance(found, str) or not found.strip():
        raise ValueError(f"There is no {name} in {where}.")
    return found.strip()


def _texts(data: Mapping[str, Any], name: str, title: str) -> tuple[str, ...]:
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError(f'“{title}”: write {name} = ["…", "…"].')
    return tuple(found)
