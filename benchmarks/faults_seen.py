"""What was seen of each hostile host: its requests, events, list entries and articles."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import select

from watchdesk.model import Article
from watchdesk.store import Store, articles, tables
from watchdesk.store.tables import leads

STEPS = ("first", "again", "later")
"""The gathers, each with the reading that follows it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the web logged it."""

    step: str
    path: str
    status: int
    at: float
    took: float
    size: int
    headers: dict[str, str]

    def __str__(self) -> str:
        return f"{self.path} {self.status}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One failure that was reported."""

    step: str
    code: str
    message: str
    subject: str
    retry_after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list as it is kept."""

    title: str
    url: str
    published: datetime | None


@dataclass(slots=True)
class Seen:
    """All that was seen of one host."""

    host: str
    asked: list[Asked] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    done: list[tuple[str, str]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)

    def codes(self, *steps: str) -> set[str]:
        """The codes of what failed, in these steps or in any."""
        return {one.code for one in self.troubles if one.step in (steps or STEPS)}

    def outcomes(self, *steps: str) -> set[str]:
        """What was done, in these steps or in any."""
        return {outcome for step, outcome in self.done if step in (steps or STEPS)}

    def paths(self, *steps: str) -> list[str]:
        """The paths that were asked beside robots.txt."""
        found = (one.path for one in self.asked if one.step in (steps or STEPS))
        return [path for path in found if path != "/robots.txt"]

    def says(self, words: str) -> bool:
        """Whether a problem's sentence has these words."""
        return any(words in one.message for one in self.troubles)

    @property
    def text(self) -> str:
        """The newest article's text, or nothing."""
        return self.articles[-1].text if self.articles else ""

    @property
    def charset(self) -> str:
        """In which charset the newest article was read, and on whose word."""
        return dict(self.articles[-1].origins).get("charset", "") if self.articles else ""

    def gaps(self, *paths: str) -> list[float]:
        """Seconds from request to request within a step, of these paths or all."""
        rows = [one for one in self.asked if not paths or one.path in paths]
        return [two.at - one.at for one, two in pairwise(rows) if one.step == two.step]


def look(
    desk: Path,
    hosts: Iterable[str],
    log: Iterable[tuple[str, dict[str, object]]],
    events: Iterable[tuple[str, dict[str, object]]],
) -> dict[str, Seen]:
    """What was seen of each host; `log` and `events` come with the step they belong to."""
    seen = {host: Seen(host) for host in hosts}
    for step, row in log:
        if (found := seen.get(str(row["host"]))) is not None:
            found.asked.append(_asked(step, row))
    for step, row in events:
        if (found := seen.get(str(row.get("source") or host_of(row)))) is not None:
            _note(found, step, row)
    _kept(desk, seen)
    return seen


def _kept(desk: Path, seen: dict[str, Seen]) -> None:
    """Add the entries and articles that the desk keeps, in the order in which they came."""
    with closing(Store.open(desk)) as store, store.reading() as tx:
        for row in tx.connection.execute(select(leads).order_by(leads.c.first_seen)):
            if (found := seen.get(row.source_id)) is not None:
                found.entries.append(Entry(row.title, row.url or "", row.published))
        arrived = select(tables.articles.c.id).order_by(tables.articles.c.arrived)
        ids = list(tx.connection.execute(arrived).scalars())
        held = articles.many(tx, ids)
    for article in (held[one] for one in ids):
        if (found := seen.get(article.source_id or "")) is not None:
            found.articles.append(article)


def host_of(event: dict[str, object]) -> str:
    """The host that an event without a source speaks of."""
    return (urlsplit(str(event.get("subject") or "")).hostname or "").split(".")[0]


def _asked(step: str, row: dict[str, object]) -> Asked:
    headers = row.get("headers")
    return Asked(
        step=step,
        path=str(row["path"]),
        status=int(str(row["status"] or 0)),
        at=float(str(row["time"])),
        took=float(str(row["took"] or 0)),
        size=int(str(row["bytes"] or 0)),
        headers=dict(headers) if isinstance(headers, dict) else {},
    )


def _note(seen: Seen, step: str, row: dict[str, object]) -> None:
    if row.get("event") == "failed":
        texts = (str(row.get(key) or "") for key in ("code", "message", "subject", "retry_after"))
        seen.troubles.append(Trouble(step, *texts))
    elif row.get("event") == "done":
        outcome = str(row["outcome"])
        fetched = row.get("stage") == "gather" and outcome in {"index", "article", "document"}
        seen.done.append((step, f"{outcome} fetched" if fetched else outcome))
    elif "state" in row:
        seen.states[step] = str(row["state"])
