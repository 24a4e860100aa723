"""What differs between databases; today SQLite alone is built.

Start-up settings, the upsert, the search index and its question. Everything else in the store is
SQLAlchemy Core's common ground.
"""

import re
import sqlite3
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Engine, Table, event
from sqlalchemy.dialects.sqlite import Insert, insert

BUSY_SECONDS = 30
CACHE_KB = 32_000

# Without prefix indexes a prefix query still takes a millisecond at a million articles, and the
# index loads several times faster; `remove_diacritics 2` also takes letters of several marks.
SEARCH_INDEX = (
    """
    CREATE VIRTUAL TABLE articles_index USING fts5(
        title, text, content='articles', content_rowid='arrived',
        tokenize="unicode61 remove_diacritics 2")
    """,
    """
    CREATE TRIGGER articles_indexed AFTER INSERT ON articles BEGIN
        INSERT INTO articles_index(rowid, title, text) VALUES (new.arrived, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER articles_unindexed AFTER DELETE ON articles BEGIN
        INSERT INTO articles_index(articles_index, rowid, title, text)
        VALUES ('delete', old.arrived, old.title, old.text);
    END
    """,
)

SEARCH = (
    "SELECT a.id, a.title, a.url, a.source_id, a.language, a.published_at, a.captured_at,"
    " snippet(articles_index, -1, char(2), char(3), ' … ', 24) AS snippet"
    " FROM articles_index JOIN articles a ON a.arrived = articles_index.rowid"
    " WHERE articles_index MATCH :query AND articles_index.rowid BETWEEN :low AND :high"
    " AND a.current"
)
"""Newest first is the default order: at a million articles it is 900 times cheaper than ranking."""


def prepare(engine: Engine) -> None:
    """Set each connection up: write-ahead log, waiting instead of failing, our own BEGIN."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # the driver's own BEGIN comes too late and too weak
        connection.execute("PRAGMA journal_mode=WAL")
        # Survives kill -9 without an fsync a commit; the archive is flushed before each commit,
        # and after a power cut whole records without a row are adopted again.
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
        # The indexes of a large archive outgrow the default of 2 MB, and each look-up would read.
        connection.execute(f"PRAGMA cache_size=-{CACHE_KB}")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def _begun(connection: Any) -> None:
        options = connection.get_execution_options()
        if not options.get("each_alone"):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


@cache
def upsert(table: Table) -> Insert:
    """Insert, or take the new values where the primary key is there already.

    The statements here name no values: rows are handed to `execute` beside them, so that each is
    compiled once and not for every number of rows.
    """
    statement = insert(table)
    keys = {column.name for column in table.primary_key}
    changed = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=sorted(keys), set_=changed)


@cache
def insert_once(table: Table) -> Insert:
    """Insert, or leave what is there already."""
    return insert(table).on_conflict_do_nothing()


SEEN_BY_EDITORS = ("items", "issues", "proofs", "decisions", "proposals", "story_changes")


def counted(tables: Iterable[str]) -> tuple[str, ...]:
    """The triggers that let the number grow with each change in these tables."""
    return tuple(
        f"CREATE TRIGGER {table}_{when.lower()}_seen AFTER {when} ON {table} BEGIN"  # noqa: S608 - the names are our own
        " UPDATE revision SET number = number + 1; END"
        for table in tables
        for when in ("INSERT", "UPDATE", "DELETE")
    )


REVISION = ("INSERT INTO revision (one, number) VALUES (1, 0)", *counted(SEEN_BY_EDITORS))
"""One number that grows with every change an editor can see, whoever makes it: an open page asks
for it, and loads what it shows anew when it has grown."""

COUNT_UP = (
    "INSERT INTO terms (term, documents) VALUES (?, 1)"
    " ON CONFLICT (term) DO UPDATE SET documents = documents + 1"
)
"""Goes to the driver as it is: with hundreds of terms an article, the rows' way through the
expression language took longer than the writing."""

COUNTS = "SELECT term, documents FROM terms WHERE term IN (SELECT value FROM json_each(:terms))"
"""One variable for any number of terms."""

_DAY = "CAST(julianday({}) AS INTEGER)"
_MINUTE = "CAST(julianday({}) * 1440 - 3e9 AS INTEGER)"
_GROUP = "((new.until = '9999-12-31') * 2 + (new.known_to IS NULL)) * 100000000"
_SINCE, _UNTIL = _DAY.format("new.since"), _DAY.format("new.until")
_FROM, _TO = _MINUTE.format("new.known_from"), _MINUTE.format("new.known_to")

SPELL_BOXES = (
    """
    CREATE VIRTUAL TABLE spell_boxes
        USING rtree_i32(id, since, until, known_from, known_to, low, high)
    """,
    f"""
    CREATE TRIGGER spells_boxed AFTER INSERT ON spells BEGIN
        INSERT INTO spell_boxes VALUES (new.id,
            {_SINCE}, CASE WHEN new.until = '9999-12-31' THEN {_SINCE} + 1 ELSE {_UNTIL} END,
            {_FROM}, coalesce({_TO}, {_FROM} + 1),
            {_GROUP}, {_GROUP} + 1);
    END
    """,  # noqa: S608 - all of it stands here
    """
    CREATE TRIGGER spells_unboxed AFTER DELETE ON spells BEGIN
        DELETE FROM spell_boxes WHERE id = old.id;
    END
    """,
)
"""An R-tree over days and minutes: "who was held on that day, as known at that moment" costs what
its answer is long, however many spells have ended since. Minutes are counted from a moment that
keeps all dates within 32 bits; the boxes are coarse and the question compares exactly. Spells that
last, and those that are still known so, have no end that tells: in boxes that reach to the end of
time they drew all others near them. So each of the four groups has a place of its own (`low`), far
from the others, and is asked only for the ends that it has."""


def _in_group(group: int) -> str:
    place = group * 100_000_000
    day, minute = _DAY.format(":day"), _MINUTE.format(":moment")
    lasted = "" if group & 2 else f" AND until >= {day} - 1"
    known = "" if group & 1 else f" AND known_to >= {minute} - 1"
    return (
        f"SELECT id FROM spell_boxes WHERE low >= {place} AND high <= {place + 1}"  # noqa: S608
        f" AND since <= {day} + 1 AND known_from <= {minute} + 1{lasted}{known}"
    )


LASTING = (
    "SELECT s.entry, s.since, s.until"  # noqa: S608 - all of it stands here
    f" FROM ({' UNION ALL '.join(_in_group(group) for group in range(4))}) b"
    " JOIN spells s ON s.id = b.id"
    " WHERE s.register = :register AND s.since <= :day AND s.until > :day"
    " AND s.known_from <= :moment AND (s.known_to IS NULL OR s.known_to > :moment)"
    " ORDER BY s.since, s.entry"
)

_PIECE = re.compile(r'"([^"]*)"(\*?)|(\S+)')


def search_terms(query: str) -> str:
    """A person's query as FTS5's: every word quoted, "phrases" kept, a trailing * as prefix.

    OR and NOT in capitals, and a leading minus, mean what they say; everything else is a word, so
    that no query can be a syntax error.
    """
    positive: list[str] = []
    negative: list[str] = []
    for phrase, star, word in _PIECE.findall(query):
        if word in {"OR", "NOT"} and positive:
            positive.append(word)
        elif word.startswith("-") and len(word) > 1:
            negative.append(_quoted(word[1:]))
        elif term := _quoted((phrase or word) + star):
            positive.append(term)
    while positive and positive[-1] in {"OR", "NOT"}:
        positive.pop()
    terms = " ".join(positive)
    return terms if not negative or not terms else f"({terms}) NOT ({' OR '.join(negative)})"


def _quoted(word: str) -> str:
    star = "*" if word.endswith("*") else ""
    bare = word.rstrip("*").replace('"', "").strip()
    return f'"{bare}"{star}' if any(c.isalnum() for c in bare) else ""
