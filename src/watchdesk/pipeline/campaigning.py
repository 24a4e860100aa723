"""A published issue as a campaign of listmonk: a draft is made, and by a second call it runs.

In: an issue that readers may have. Out: how far it has come. The campaign carries a tag that is
this issue's alone and is looked for before one is made; a draft runs once, and what is no draft any
more is never touched. After each change listmonk is asked what it has, whatever it answered: so
whoever is killed or gets no answer goes on from there with the same call.
"""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from watchdesk.config import secret_of
from watchdesk.model import (
    ConfigError,
    GateError,
    Handover,
    HandoverState,
    Issue,
    WorldError,
    digest_of,
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
from watchdesk.publish.delivery.listmonk import DRAFT, Campaign, Listmonk
from watchdesk.publish.listmonk import campaign

LISTMONK = "listmonk"


def prepare(desk: Desk, issue: Issue) -> Handover:
    """Make the draft, or give it the issue's contents as they stand now."""
    job = _job(desk, issue)
    with alone_with(desk, issue):
        one = shown(desk, issue, LISTMONK)
        if one is not None and one.state is HandoverState.SENT:
            return _looked(desk, job.monk, one)
        there = job.found(one)
        if there is None or (there.status == DRAFT and not job.is_in(there)):
            there = job.written(there)
        return job.noted(there)


def send(desk: Desk, issue: Issue) -> Handover:
    """Let the draft run that was prepared; what ran before is not started again.

    Raises GateError where it was not prepared as it stands, WorldError where listmonk refuses or
    does not answer.
    """
    job = _job(desk, issue)
    with alone_with(desk, issue):
        one = must_be_prepared(issue, shown(desk, issue, LISTMONK), job.mark)
        if one.state is HandoverState.SENT:
            return _looked(desk, job.monk, one)
        there = job.found(one)
        again = f"run 'watchdesk hand-over {issue.number} --to listmonk' again"
        if there is None:
            raise GateError(f"Campaign {one.remote} is not in listmonk any more; {again}.")
        if there.status == DRAFT and not job.is_in(there):
            raise GateError(f"Campaign {there.id} was changed in listmonk; {again}.")
        if there.status == DRAFT:
            kept(desk, replace(one, state=HandoverState.SENDING, said=""))
            there = job.started(there)
        return job.noted(there)


def status(desk: Desk, issue: Issue) -> Handover | None:
    """Ask listmonk how far it is; None where nothing was prepared."""
    one = shown(desk, issue, LISTMONK)
    return _looked(desk, listmonk_of(desk), one) if one is not None else None


def listmonk_of(desk: Desk) -> Listmonk:
    """The desk's listmonk, or one sentence on what is missing."""
    table = desk.config.hand_over.listmonk
    if not table.url:
        raise ConfigError(("desk.toml: hand_over: listmonk: url: say where listmonk is found",))
    key = secret_from(table.key_env, LISTMONK, f"the token of '{table.user}'")
    return Listmonk(url=table.url, user=table.user, key=key, seconds=table.seconds)


def fields_of(desk: Desk, issue: Issue) -> dict[str, Any]:
    """The campaign of an issue that readers may have, as listmonk's interface names its fields."""
    table, mail = desk.config.hand_over.listmonk, mail_for(desk, publication_for(desk, issue))
    # Another desk may use the same listmonk, and number its issues the same.
    signed = hmac.digest(secret_of(desk.folder), f"listmonk\x1f{issue.id}".encode(), "sha256")
    fields = {
        **campaign(mail),
        "name": mail.subject,
        "type": "regular",
        "content_type": "html",
        "messenger": "email",
        "lists": list(table.lists),
        "template_id": table.template,
        "tags": [f"watchdesk-{signed.hex()[:24]}"],
    }
    return fields | ({"from_email": table.sender} if table.sender else {})


def _job(desk: Desk, issue: Issue) -> "_Job":
    return _Job(desk, issue, listmonk_of(desk), fields_of(desk, issue))


@dataclass(frozen=True, slots=True)
class _Job:
    """One issue as a campaign, and the listmonk that takes it."""

    desk: Desk
    issue: Issue
    monk: Listmonk
    fields: Mapping[str, Any]

    @property
    def mark(self) -> str:
        """A digest of what the campaign holds."""
        return digest_of(json.dumps(self.fields, sort_keys=True).encode())

    def is_in(self, there: Campaign) -> bool:
        """Whether a campaign goes to our lists and holds our mail; some answer without altbody."""
        ours = {name: self.fields[name] for name in ("subject", "body", "altbody")}
        same = there.texts == {name: ours[name] for name in there.texts}
        return same and "body" in there.texts and there.lists == frozenset(self.fields["lists"])

    def found(self, one: Handover | None, known: int | None = None) -> Campaign | None:
        """The campaign of this issue, also where its tag was taken off."""
        numbers = {each.id for each in self.monk.tagged(self.fields["tags"][0])}
        numbers |= {known} if known else set()
        numbers |= {int(one.remote)} if one is not None and one.remote else set()
        whole = (self.monk.campaign(number) for number in sorted(numbers))
        there = [each for each in whole if each is not None]
        if len(there) > 1:
            named = " and ".join(f"{each.id} ({each.status})" for each in there)
            raise GateError(
                f"listmonk has several campaigns for issue {self.issue.number}: {named}. "
                "Delete all but one there; nothing was started."
            )
        return there[0] if there else None

    def written(self, there: Campaign | None) -> Campaign:
        """Make the draft, or change the one that is there."""
        why, known = "it keeps something else than it was given", there.id if there else None
        try:
            if there is None:
                known = self.monk.make(self.fields)
            else:
                self.monk.change(there.id, self.fields)
        except WorldError as error:
            why = f"{error}".rstrip(".")
        found = self.found(None, known)
        if found is None or (found.status == DRAFT and not self.is_in(found)):
            raise WorldError(
                f"Issue {self.issue.number} is not in listmonk: {why}. Nothing was sent; the same "
                "command tries again."
            )
        return found

    def started(self, there: Campaign) -> Campaign:
        """Let the draft run; gives it as it is then."""
        why = "it still calls it a draft"
        try:
            self.monk.start(there.id)
        except WorldError as error:
            why = f"{error}".rstrip(".")
        found = self.monk.campaign(there.id)
        if found is None or found.status == DRAFT:
            self.noted(found or there)
            raise WorldError(
                f"Campaign {there.id} was not started: {why}. The same command tries again."
            )
        return found

    def noted(self, there: Campaign) -> Handover:
        """Keep how far the campaign is."""
        made = Handover(
            issue_id=self.issue.id,
            target=LISTMONK,
            state=_state(there),
            mark=self.mark,
            at=self.desk.clock(),
            remote=f"{there.id}",
            said=there.told,
        )
        return kept(self.desk, made)


def _state(there: Campaign) -> HandoverState:
    """A campaign that is no draft is out of our hands, whoever started it."""
    return HandoverState.PREPARED if there.status == DRAFT else HandoverState.SENT


def _looked(desk: Desk, monk: Listmonk, one: Handover) -> Handover:
    """How far listmonk is with a campaign."""
    there = monk.campaign(int(one.remote))
    if there is None:
        return replace(one, said=f"campaign {one.remote} is not in listmonk any more")
    now = replace(one, state=_state(there), said=there.told)
    return now if now.state is one.state else kept(desk, now)
