"""A desk of the tests' own, and the steps of the chain on it at any moment."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tomlkit
from fastwarc.warc import ArchiveIterator
from tests.pipeline.press import Press

from watchdesk.config import add_sources, create
from watchdesk.model import Article, Capture, Done, Event, Failed, Problem, Source, SourceHealth
from watchdesk.pipeline import extract, gather, group, health, open_desk, verify_archive, working_on
from watchdesk.sources import kind_of
from watchdesk.store import Store, captures
from watchdesk.workers import Workers

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def a_source(url: str, *, id_: str = "harbour", kind: str = "feed", **values: Any) -> Source:
    place = "path" if kind == "folder" else "url"
    fixed = {"title": "", "party": "", "language": None, "muted": False}
    named = {name: values.pop(name, default) for name, default in fixed.items()}
    options = kind_of(kind).options(**{place: url}, **values)
    return Source(id=id_, kind=kind, options=options, **named)


@dataclass(frozen=True)
class Room:
    """A desk's folder, with the workers that all tests share."""

    folder: Path
    workers: Workers

    def watch(self, *sources: Source) -> None:
        add_sources(self.folder, sources)

    def gather(self, now: datetime = NOW, *, due: bool = False, lists: bool = True) -> list[Event]:
        with open_desk(self.folder, now=now) as desk, working_on(desk, "gather"):
            return list(gather(desk, self.workers, due=due, lists=lists))

    def extract(self, now: datetime = NOW, workers: Workers | None = None) -> list[Event]:
        with open_desk(self.folder, now=now) as desk, working_on(desk, "extract"):
            return list(extract(desk, workers or self.workers))

    def group(self, now: datetime = NOW) -> list[Event]:
        with open_desk(self.folder, now=now) as desk, working_on(desk, "group"):
            return list(group(desk))

    def health(self, now: datetime = NOW) -> dict[str, SourceHealth]:
        with open_desk(self.folder, now=now) as desk:
            return {row.source_id: row for row in health(desk, now=now)}

    def captures(self) -> list[Capture]:
        with closing(Store.open(self.folder)) as store, store.reading() as tx:
            return sorted(captures.every(tx), key=lambda one: one.fetched_at)

    def captures_at(self, url: str) -> list[Capture]:
        return [one for one in self.captures() if one.url == url]

    def articles(self) -> list[tuple[Article, bool]]:
        """Every article in order of arrival, and whether it is the current one."""
        with closing(Store.open(self.folder)) as store, store.reading() as tx:
            rows = tx.connection.exec_driver_sql(
                "SELECT id, current FROM articles ORDER BY arrived"
            )
            ids = [(row.id, bool(row.current)) for row in rows]
            held = articles_of(tx, (id_ for id_, _ in ids))
        return [(held[id_], current) for id_, current in ids]

    def count(self, table: str, where: str = "1") -> int:
        with closing(Store.open(self.folder)) as store, store.reading() as tx:
            query = f"SELECT count(*) FROM {table} WHERE {where}"
            return int(tx.connection.exec_driver_sql(query).scalar_one())

    def is_whole(self) -> bool:
        with open_desk(self.folder) as desk:
            result = verify_archive(desk)
        assert result.faults == ()
        return result.captures > 0

    def records(self, kind: str) -> list[str]:
        """The addresses of all WARC records of a kind, in the order of the files."""
        found = []
        for path in sorted((self.folder / "archive").glob("*.warc.gz")):
            with path.open("rb") as stream:
                found += [
                    record.headers["WARC-Target-URI"]
                    for record in ArchiveIterator(stream, parse_http=False)
                    if record.headers["WARC-Type"] == kind
                ]
        return found


def articles_of(tx: Any, ids: Iterable[str]) -> dict[str, Article]:
    from watchdesk.store import articles  # noqa: PLC0415 - the name is a method's above

    return articles.many(tx, ids)


def make_room(folder: Path, press: Press, workers: Workers) -> Room:
    """An empty desk that may ask the press, as fast as it answers."""
    create(folder, title="The Harbour Letter", language="en", allow=(f"127.0.0.1:{press.port}",))
    file = folder / "desk.toml"
    table = tomlkit.parse(file.read_text())
    limits = table.setdefault("limits", tomlkit.table())
    limits["per_host_delay"] = 0
    table["editors"] = [{"name": "Ada", "mail": "ada@harbour.example"}]
    file.write_text(tomlkit.dumps(table))
    return Room(folder, workers)


def outcomes(events: Iterable[Event]) -> list[tuple[str, str]]:
    """(outcome, subject) of what was done, without the address's host."""
    done = [event for event in events if isinstance(event, Done)]
    return [(event.outcome, "/" + event.subject.split("/", 3)[-1]) for event in done]


def problems(events: Iterable[Event]) -> list[Problem]:
    return [event.problem for event in events if isinstance(event, Failed)]
