"""The invented country's press, read from its files.

In: the folder `material/`, one TOML file per outlet.
Out: frozen values: outlets with their pieces, watched pages, documents and pictures.
It renders nothing, serves nothing and checks no facts; `tests/demo` does the last.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

MATERIAL = Path(__file__).parent / "material"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing that stands for a photograph, with its words in every language."""

    file: str
    photographer: str
    outlet: str
    caption: Mapping[str, str]
    alt: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What an outlet changed in a piece after it was published."""

    at: datetime
    title: str
    swaps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One published text of an outlet, as its readers saw it at some moment."""

    slug: str
    path: str
    title: str
    published: datetime
    updated: datetime
    author: str
    section: str
    body: str
    thread: str
    picture: str
    documents: tuple[str, ...]
    quotes: tuple[str, ...]
    edit: Edit | None

    @property
    def summary(self) -> str:
        """The first paragraph, without its markup."""
        return plain(self.body.strip().split("\n\n", 1)[0])

    def at(self, moment: datetime) -> "Piece":
        """The piece as it stood then: after its edit, the edited words."""
        if self.edit is None or moment < self.edit.at:
            return self
        body = self.body
        for old, new in self.edit.swaps:
            body = body.replace(old, new)
        return replace(self, title=self.edit.title, body=body, updated=self.edit.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a watched page or document holds from a moment on."""

    since: datetime
    title: str
    body: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A host of the demo: who speaks there, how its pages look and what may be followed."""

    id: str
    kind: str
    title: str
    tagline: str
    language: str
    party: str
    body: str
    design: str
    colour: str
    charset: str
    metadata: str
    caching: str
    path: str
    format: str
    content: str
    tracking: str
    disallow: tuple[str, ...]
    menu: tuple[str, ...]
    pieces: tuple[Piece, ...]
    versions: tuple[Version, ...]

    def listed(self, moment: datetime) -> tuple[Piece, ...]:
        """The pieces published by then, newest first."""
        out = [piece.at(moment) for piece in self.pieces if piece.published <= moment]
        return tuple(sorted(out, key=lambda piece: piece.published, reverse=True))

    def shown(self, moment: datetime) -> Version | None:
        """The version of the watched page that stood then."""
        known = [version for version in self.versions if version.since <= moment]
        return max(known, key=lambda version: version.since, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A PDF with a fixed address, such as a letter of members of parliament."""

    id: str
    host: str
    path: str
    file: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fiction:
    """Everything the demo's site can serve."""

    outlets: Mapping[str, Outlet]
    documents: Mapping[str, Document]
    pictures: Mapping[str, Picture]
    furniture: Mapping[str, Mapping[str, str]]


def plain(text: str) -> str:
    """The text without link and quotation marks of the small markup."""
    words = text.removeprefix("> ").removeprefix("## ")
    while "](" in words:
        before, after = words.split("](", 1)
        head, label = before.rsplit("[", 1)
        words = head + label + after.split(")", 1)[1]
    return " ".join(words.split())


def read_fiction(folder: Path = MATERIAL) -> Fiction:
    """Read every file of the fiction; a missing key is an error that names the file."""
    return Fiction(
        outlets={outlet.id: outlet for outlet in _outlets(folder / "outlets")},
        documents={
            key: Document(id=key, **row) for key, row in _toml(folder / "documents.toml").items()
        },
        pictures={key: Picture(**row) for key, row in _toml(folder / "pictures.toml").items()},
        furniture=_toml(folder / "furniture.toml"),
    )


def _outlets(folder: Path) -> Iterator[Outlet]:
    for path in sorted(folder.glob("*.toml")):
        try:
            yield _outlet(_toml(path))
        except KeyError as error:
            message = f"{path.name}: the key {error} is missing; add it"
            raise ValueError(message) from error


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _outlet(row: Mapping[str, Any]) -> Outlet:
    return Outlet(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        tagline=row.get("tagline", ""),
        language=row["language"],
        party=row["party"],
        body=row.get("body", ""),
        design=row["design"],
        colour=row.get("colour", "#333"),
        charset=row.get("charset", "utf-8"),
        metadata=row.get("metadata", "text"),
        caching=row.get("caching", "none"),
        path=row["path"],
        format=row["format"],
        content=row.get("content", "summary"),
        tracking=row.get("tracking", ""),
        disallow=tuple(row.get("disallow", ())),
        menu=tuple(row.get("menu", ())),
        pieces=tuple(_piece(piece, row["address"]) for piece in row.get("articles", ())),
        versions=tuple(_version(version) for version in row.get("versions", ())),
    )


def _piece(row: Mapping[str, Any], address: str) -> Piece:
    published: datetime = row["date"]
    return Piece(
        slug=row["slug"],
        path=address.format(slug=row["slug"], date=published),
        title=row["title"],
        published=published,
        updated=published,
        author=row.get("author", ""),
        section=row.get("section", ""),
        body=row["body"].strip(),
        thread=row.get("thread", ""),
        picture=row.get("picture", ""),
        documents=tuple(row.get("documents", ())),
        quotes=tuple(row.get("quotes", ())),
        edit=_edit(row["edit"]) if "edit" in row else None,
    )


def _edit(row: Mapping[str, Any]) -> Edit:
    swaps = tuple((old, new) for old, new in row["swaps"])
    return Edit(at=row["at"], title=row["title"], swaps=swaps)


def _version(row: Mapping[str, Any]) -> Version:
    return Version(
        since=row["since"],
        title=row.get("title", ""),
        body=row.get("body", "").strip(),
        file=row.get("file", ""),
    )
