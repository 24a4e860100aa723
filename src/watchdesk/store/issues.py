"""Issues, their items and the proof that was run on them."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Text, delete, func, select, type_coerce

from watchdesk.model import Issue, Item, Section, State
from watchdesk.store.database import Transaction
from watchdesk.store.dialect import upsert
from watchdesk.store.tables import issues, items, proofs
from watchdesk.store.values import dump, load


def put(tx: Transaction, issue: Issue) -> None:
    """Keep an issue and its items as they now are."""
    bare = replace(issue, sections=_without_items(issue))
    row = {"id": issue.id, "number": issue.number, "state": issue.state.value}
    tx.connection.execute(upsert(issues), row | {"until": issue.until, "head": dump(bare)})
    tx.connection.execute(delete(items).where(items.c.issue_id == issue.id))
    rows = [
        _item_row(issue.id, section.key, position, item)
        for section in issue.sections
        for position, item in enumerate(section.items)
    ]
    if rows:
        tx.connection.execute(items.insert(), rows)


def _item_row(issue_id: str, section: str, position: int, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "issue_id": issue_id,
        "section": section,
        "position": position,
        "story_id": item.story_id,
        "edited_by": item.edited_by,
        "value": dump(item),
    }


def numbered(tx: Transaction, number: int) -> Issue | None:
    """The issue of this number."""
    return _first(tx, issues.c.number == number)


def newest(tx: Transaction) -> Issue | None:
    """The issue with the highest number."""
    return _first(tx, issues.c.number > 0)


def open_draft(tx: Transaction) -> Issue | None:
    """The one issue that is not yet published."""
    return _first(tx, issues.c.state != State.PUBLISHED.value)


def last_published(tx: Transaction) -> Issue | None:
    """The published issue with the highest number."""
    return _first(tx, issues.c.state == State.PUBLISHED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A published issue without its items; `digest` changes with anything of it or its proof."""

    id: str
    number: int
    title: str
    dated: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class Out:
    """A published issue in a line."""

    number: int
    title: str
    dated: datetime


def out(tx: Transaction, *, most: int) -> tuple[Out, ...]:
    """The last issues that were published, newest first, without reading their items."""
    query = select(issues.c.number, issues.c.head).where(issues.c.state == State.PUBLISHED.value)
    rows = tx.connection.execute(query.order_by(issues.c.number.desc()).limit(most))
    return tuple(
        Out(row.number, row.head["title"], datetime.fromisoformat(row.head["dated"]))
        for row in rows
    )


def prints(tx: Transaction) -> tuple[Print, ...]:
    """All published issues, newest first, without reading their items."""
    wanted = issues.c.state == State.PUBLISHED.value
    query = select(issues.c.id, issues.c.number, issues.c.head).where(wanted)
    found = tx.connection.execute(query.order_by(issues.c.number.desc())).all()
    return tuple(_print(tx, row.id, row.number, row.head) for row in found)


def print_of(tx: Transaction, issue: Issue) -> Print:
    """The same of one issue, published or not."""
    bare = replace(issue, state=State.PUBLISHED, sections=_without_items(issue))
    return _print(tx, issue.id, issue.number, dump(bare))


def _print(tx: Transaction, issue_id: str, number: int, head: dict[str, Any]) -> Print:
    digest = hashlib.sha256(repr(sorted(head.items())).encode())
    value = type_coerce(items.c.value, Text)
    texts = select(items.c.section, value).where(items.c.issue_id == issue_id)
    ordered = texts.order_by(items.c.section, items.c.position)
    for section, text in tx.connection.execute(ordered):
        digest.update(f"\0{section}\0{text}".encode())
    proven = select(proofs.c.at, proofs.c.fingerprint).where(proofs.c.issue_id == issue_id)
    digest.update(repr(tx.connection.execute(proven).first()).encode())
    return Print(
        id=issue_id,
        number=number,
        title=head["title"],
        dated=datetime.fromisoformat(head["dated"]),
        digest=digest.hexdigest(),
    )


def _without_items(issue: Issue) -> tuple[Section, ...]:
    return tuple(replace(section, items=()) for section in issue.sections)


def every(tx: Transaction) -> tuple[Issue, ...]:
    """All issues, newest first."""
    numbers = tx.connection.execute(select(issues.c.number).order_by(issues.c.number.desc()))
    found = (numbered(tx, number) for number in numbers.scalars().all())
    return tuple(issue for issue in found if issue is not None)


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a story stood in an issue; `by` is the person who handled it, if one did."""

    story_id: str
    section: str
    by: str


def stood(tx: Transaction, *, most: int) -> tuple[Stood, ...]:
    """Where stories stood in published issues, or were left by a person in a draft, newest first.

    A story that stood several times counts as it stood last.
    """
    query = (
        select(items.c.story_id, items.c.section, items.c.edited_by)
        .join(issues, issues.c.id == items.c.issue_id)
        .where((issues.c.state == State.PUBLISHED.value) | (items.c.edited_by != ""))
        .where(items.c.story_id.is_not(None))
        .order_by(issues.c.number.desc(), items.c.position)
        .limit(most)
    )
    found: dict[str, Stood] = {}
    for row in tx.connection.execute(query):
        found.setdefault(row.story_id, Stood(row.story_id, row.section, row.edited_by))
    return tuple(found.values())


def usual_counts(tx: Transaction, *, most: int) -> dict[str, list[int]]:
    """How many items stood in each section of the last published issues, newest first."""
    last = select(issues.c.id, issues.c.number).where(issues.c.state == State.PUBLISHED.value)
    some = last.order_by(issues.c.number.desc()).limit(most).subquery()
    query = (
        select(items.c.section, func.count().label("count"))
        .join(some, some.c.id == items.c.issue_id)
        .group_by(some.c.number, items.c.section)
        .order_by(some.c.number.desc())
    )
    found: dict[str, list[int]] = {}
    for row in tx.connection.execute(query):
        found.setdefault(row.section, []).append(row[1])
    return found


def _first(tx: Transaction, condition: Any) -> Issue | None:
    query = select(issues).where(condition).order_by(issues.c.number.desc()).limit(1)
    row = tx.connection.execute(query).first()
    if row is None:
        return None
    bare = load(Issue, row.head)
    sections = tuple(_filled(tx, bare.id, section) for section in bare.sections)
    return replace(bare, sections=sections)


def _filled(tx: Transaction, issue_id: str, section: Section) -> Section:
    query = (
        select(items.c.value)
        .where(items.c.issue_id == issue_id, items.c.section == section.key)
        .order_by(items.c.position)
    )
    values = tx.connection.execute(query).scalars()
    return replace(section, items=tuple(load(Item, value) for value in values))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That an issue was checked: when, in which wording (fingerprint), and with what result."""

    issue_id: str
    at: datetime
    fingerprint: str
    blocks: bool
    report: dict[str, Any]


def put_proof(tx: Transaction, proof: Proof) -> None:
    """Keep the newest proof of an issue."""
    row = {name: getattr(proof, name) for name in proof.__slots__}
    tx.connection.execute(upsert(proofs), row)


def proof_of(tx: Transaction, issue_id: str) -> Proof | None:
    """The newest proof of an issue."""
    row = tx.connection.execute(select(proofs).where(proofs.c.issue_id == issue_id)).first()
    if row is None:
        return None
    return Proof(**{name: getattr(row, name) for name in Proof.__slots__})
