"""A published issue as JSON, posted once to an address that takes it, with a signature.

In: an issue that readers may have. Out: how far it has come. An answer of 2xx is a receipt, one
below 500 a refusal. No answer, or one of 5xx, leaves open whether it was taken: a person decides.
"""

import hmac
from dataclasses import replace

from watchdesk.config.lists import PostedTable
from watchdesk.model import (
    ConfigError,
    Decision,
    GateError,
    Handover,
    HandoverState,
    Issue,
    UsageError,
    Verdict,
    WorldError,
    digest_of,
    identity,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.handing_over import (
    alone_with,
    kept,
    mail_for,
    must_be_prepared,
    publication_for,
    secret_from,
    shown,
)
from watchdesk.publish.delivery.asking import Question, UnansweredError, UnreachedError, ask
from watchdesk.publish.handed import as_json
from watchdesk.store import decisions

JSON = "json"


def prepare(desk: Desk, issue: Issue) -> Handover:
    """Make what will be posted and keep its mark; what has gone stays as it is."""
    _table(desk)
    mark = digest_of(body_of(desk, issue))
    with alone_with(desk, issue):
        one = shown(desk, issue, JSON)
        if one is not None and one.state is not HandoverState.PREPARED:
            return one
        state = HandoverState.PREPARED
        made = Handover(issue_id=issue.id, target=JSON, state=state, mark=mark, at=desk.clock())
        return kept(desk, made)


def send(desk: Desk, issue: Issue) -> Handover:
    """Post what was prepared; what has gone before is not posted again.

    Raises GateError where it was not prepared as it stands or may have arrived already, WorldError
    where it is refused or not answered.
    """
    table, body = _table(desk), body_of(desk, issue)
    secret = secret_from(table.secret_env, JSON, "the secret that the issue is signed with")
    with alone_with(desk, issue):
        one = must_be_prepared(issue, shown(desk, issue, JSON), digest_of(body))
        if one.state is HandoverState.SENDING:
            raise GateError(_doubt(table, issue, one.said or "the process ended meanwhile"))
        if one.state is HandoverState.SENT:
            return one
        one = kept(desk, replace(one, state=HandoverState.SENDING, said=""))
        headers = signed(secret, body, int(desk.clock().timestamp()))
        question = Question(
            method="POST",
            url=table.url,
            headers={**headers, "Idempotency-Key": identity(issue.id, one.mark)},
            body=body,
            seconds=table.seconds,
        )
        return _posted(desk, issue, one, question)


def _posted(desk: Desk, issue: Issue, one: Handover, question: Question) -> Handover:
    table = _table(desk)
    try:
        answer = ask(question)
    except UnreachedError as error:
        kept(desk, replace(one, state=HandoverState.PREPARED, said=str(error)))
        raise WorldError(f"{table.url} cannot be reached: {error}. Nothing was sent.") from error
    except UnansweredError as error:
        kept(desk, replace(one, said=str(error)))
        raise WorldError(_doubt(table, issue, str(error))) from error
    if answer.good:
        return kept(desk, replace(one, state=HandoverState.SENT, said=answer.told))
    if answer.status >= 500:
        kept(desk, replace(one, said=answer.told))
        raise WorldError(_doubt(table, issue, answer.told))
    kept(desk, replace(one, state=HandoverState.PREPARED, said=answer.told))
    raise WorldError(f"{table.url} refuses issue {issue.number}: {answer.told}")


def resolve(desk: Desk, issue: Issue, *, again: bool, by: str) -> Handover:
    """Let a person say whether an issue of which nobody knows arrived, or shall go again."""
    with alone_with(desk, issue):
        one = shown(desk, issue, JSON)
        if one is None or one.state is not HandoverState.SENDING:
            raise UsageError(f"Whether issue {issue.number} arrived is not in doubt.")
        said = f"{by} says: {'send it again' if again else 'it arrived'}"
        subject, now = f"handover:{JSON}:{issue.id}", desk.clock()
        verdict = Verdict.AMEND if again else Verdict.ACCEPT
        mark = identity("decision", subject, by, now.isoformat())
        decision = Decision(id=mark, subject=subject, verdict=verdict, by=by, at=now, note=said)
        with desk.store.writing() as tx:
            decisions.add(tx, decision)
        state = HandoverState.PREPARED if again else HandoverState.SENT
        return kept(desk, replace(one, state=state, said=said))


def signed(secret: str, body: bytes, moment: int) -> dict[str, str]:
    """The headers of a posted issue; signed is the time in seconds, a stop, and the body."""
    digest = hmac.digest(secret.encode(), f"{moment}.".encode() + body, "sha256").hex()
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Watchdesk",
        "X-Watchdesk-Signature": f"t={moment},v1={digest}",
    }


def _table(desk: Desk) -> PostedTable:
    table = desk.config.hand_over.json
    if not table.url:
        raise ConfigError(("desk.toml: hand_over: json: url: say where the issue is posted",))
    return table


def body_of(desk: Desk, issue: Issue) -> bytes:
    """What is posted of an issue that readers may have."""
    lists, publication = desk.config.hand_over, publication_for(desk, issue)
    mail = mail_for(desk, publication, leave=lists.leave, preferences=lists.preferences)
    return as_json(publication, mail)


def _doubt(table: PostedTable, issue: Issue, why: str) -> str:
    return (
        f"Nobody knows whether {table.url} has issue {issue.number} ({why}). Look there, then run "
        f"'watchdesk hand-over {issue.number} --to json --resolve sent' or '--resolve again'."
    )
