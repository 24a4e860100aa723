"""A published issue for somebody else's mailer: prepared, and by a second call told to go.

In: an issue that readers may have; the gate is that of sending. Out: how far it has come, after the
store says so too. Each mailer gets an issue once, whatever is killed at whatever moment:

    prepared ─> sending ─> sent

`sending` is kept before the other side may act. Who finds it later asks the other side what became
of it or, where that cannot say, leaves it to a person.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import environ, getpid

from watchdesk.model import (
    ConfigError,
    GateError,
    Handover,
    HandoverState,
    Issue,
    UsageError,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.publishing import publication_of
from watchdesk.pipeline.sending import must_be_let_go
from watchdesk.publish import Publication
from watchdesk.publish.email import LEAVE, PREFERENCES, Mail, MailOptions, Pictures, mail_of
from watchdesk.store import alone, handovers


def shown(desk: Desk, issue: Issue, target: str) -> Handover | None:
    """How far an issue has come, as the store has it."""
    with desk.store.reading() as tx:
        return handovers.of(tx, issue.id, target)


def kept(desk: Desk, one: Handover) -> Handover:
    """Keep how far an issue has come, on the disk before anything follows from it."""
    one = replace(one, at=desk.clock())
    with desk.store.writing() as tx:
        handovers.put(tx, one)
    desk.store.settle()
    return one


@contextmanager
def alone_with(desk: Desk, issue: Issue) -> Iterator[None]:
    """Hand an issue over in one process at a time."""
    refusal = f"Another process hands issue {issue.number} over"
    with alone(desk.folder / f".handing-over-{issue.number}", f"process {getpid()}", refusal):
        yield


def publication_for(desk: Desk, issue: Issue) -> Publication:
    """What the mail is made of, or a `GateError`."""
    return publication_of(desk, issue, must_be_let_go(desk, issue))


def mail_for(
    desk: Desk, publication: Publication, *, leave: str = LEAVE, preferences: str = PREFERENCES
) -> Mail:
    """The mail with its pictures on the site, since other mailers attach none."""
    if not publication.base:
        raise ConfigError(
            ("desk.toml: site_url: another mailer's readers load pictures from your site",)
        )
    pictures: Pictures = "none" if desk.config.mail.pictures == "none" else "site"
    return mail_of(
        publication,
        options=MailOptions(pictures=pictures),
        leave=leave,
        preferences=preferences,
    )


def secret_from(variable: str, table: str, what: str) -> str:
    """A secret from the environment, or one sentence on where it is missing."""
    if not (secret := environ.get(variable, "").strip()):
        raise UsageError(f"[hand_over.{table}] needs {what}: set {variable}.")
    return secret


def must_be_prepared(issue: Issue, one: Handover | None, mark: str) -> Handover:
    """What was prepared and has not gone, the same as it would be now; or a `GateError`."""
    again = f"run 'watchdesk hand-over {issue.number}' without --send"
    if one is None:
        raise GateError(f"Issue {issue.number} was not prepared yet; {again}.")
    if one.state is HandoverState.PREPARED and one.mark != mark:
        when = f"{one.at:%Y-%m-%d %H:%M} UTC"
        raise GateError(f"Issue {issue.number} is not what was prepared on {when}; {again}.")
    return one
