"""A desk with a published issue and readers, for tests of the mail."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import tomlkit
from tests.builders import an_issue

from watchdesk.config import create, secret_of
from watchdesk.model import Delivery, Enrolment, Issue, Section, State, Subscriber
from watchdesk.pipeline.edition import fingerprint
from watchdesk.pipeline.tokens import subscriber_id
from watchdesk.store import Store, deliveries, issues, subscribers
from watchdesk.store.issues import Proof

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
URL = "https://velmor.example/"
SENDER = "weekly@velmor.example"


def the_issue() -> Issue:
    sections = (
        Section(key="council", title="Council", empty_because="The council did not meet."),
        Section(key="river", title="River", empty_because="The gauge was under repair."),
    )
    return replace(an_issue(number=12), sections=sections)


def a_mail_desk(folder: Path, *, port: int, issue: Issue | None = None) -> Path:
    """A desk that sends to a server on this machine, with a published issue 12."""
    create(folder, title="The Velmor Letter", language="en")
    configure(folder, site_url=URL, public={"url": URL})
    mail = {"sender": SENDER, "host": "127.0.0.1", "port": port, "security": "none"}
    configure(folder, mail={**mail, "bounces_to": "bounces@velmor.example"})
    configure(folder, editors=[{"name": "Ada", "mail": "ada@velmor.example"}])
    put_issue(folder, issue or the_issue())
    return folder


def configure(folder: Path, **tables: object) -> None:
    """Set tables or values at the top of desk.toml."""
    path = folder / "desk.toml"
    document = tomlkit.parse(path.read_text())
    for name, value in tables.items():
        old = document.get(name)
        new = {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
        document.pop(name, None)
        document[name] = new
    ordered = sorted(document.items(), key=lambda pair: isinstance(pair[1], dict | list))
    path.write_text(tomlkit.dumps(dict(ordered)))


def put_issue(folder: Path, issue: Issue) -> None:
    with closing(Store.open(folder)) as store, store.writing() as tx:
        issues.put(tx, issue)
        mark = fingerprint(issue)
        report = {"quotations": [0, 0], "figures": [0, 0], "links": [0, 0]}
        issues.put_proof(
            tx, Proof(issue_id=issue.id, at=NOW, fingerprint=mark, blocks=False, report=report)
        )


def reader_of(folder: Path, name: str, **values: object) -> Subscriber:
    address = f"{name}@readers.example"
    id_ = subscriber_id(secret_of(folder), address)
    bare = Subscriber(id=id_, address=address, enrolment=Enrolment.CONFIRMED, since=NOW)
    return replace(bare, **values)  # type: ignore[arg-type] # a test's own fields


def put_readers(folder: Path, *readers: Subscriber) -> None:
    with closing(Store.open(folder)) as store, store.writing() as tx:
        for reader in readers:
            subscribers.put(tx, reader)


def ledger(folder: Path, number: int = 12) -> dict[str, int]:
    with closing(Store.open(folder)) as store, store.reading() as tx:
        issue = issues.numbered(tx, number)
        assert issue is not None
        return deliveries.counts(tx, issue.id)


def delivery_to(folder: Path, reader: Subscriber) -> Delivery:
    with closing(Store.open(folder)) as store, store.reading() as tx:
        found = deliveries.of(tx, the_issue().id, reader.id)
        assert found is not None
        return found


def in_state(state: State) -> Issue:
    return replace(the_issue(), state=state)
