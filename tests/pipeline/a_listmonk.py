"""A stand-in for listmonk on this machine: its published interface for campaigns, and no mail.

It keeps campaigns, checks the token, lets a draft run once, and sets a body as Go's templates
would: with its own functions, without comments, and refusing what it cannot read.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.pipeline.receiver import Reply, Request, receiving

TOKEN = "a-token-of-this-test"
USER = "desk"
LEAVING = "https://lists.example/subscription/own"
MAY_START = {"draft", "paused"}
KNOWN = {
    *("name", "subject", "lists", "from_email", "type", "content_type", "body", "altbody"),
    *("messenger", "template_id", "tags"),
}
FUNCTION = re.compile(r'\{\{ (?:Safe `([^`]*)`|(UnsubscribeURL)|"([^"]*)") \}\}')


class RefusedError(Exception):
    """What it does not do."""


@dataclass
class Monk:
    """Its campaigns by number; `lost` says of a request whether its answer is, before or after it
    was done."""

    url: str = ""
    campaigns: dict[int, dict[str, Any]] = field(default_factory=dict)
    lists: dict[int, str] = field(default_factory=lambda: {1: "Readers", 2: "Press"})
    templates: dict[int, str] = field(default_factory=lambda: {7: '{{ template "content" . }}'})
    asked: list[str] = field(default_factory=list)
    starts: Counter[int] = field(default_factory=Counter)
    lost: Callable[[str], str] = lambda _asked: ""
    pause: float = 0.0
    refuse: dict[str, Reply] = field(default_factory=dict)

    def answer(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"token {USER}:{TOKEN}":
            return _said(403, {"message": "invalid session"})
        parts = urlsplit(request.path)
        asked = f"{request.method} {parts.path.removeprefix('/api/')}"
        self.asked.append(asked)
        if asked in self.refuse:
            return self.refuse[asked]
        lost = self.lost(asked)
        if lost == "before":
            return Reply(silent=True)
        try:
            reply = _said(200, {"data": self._done(asked, request, parse_qs(parts.query))})
        except RefusedError as error:
            reply = _said(400, {"message": str(error)})
        if lost == "slow":
            return Reply(reply.status, reply.body, pause=self.pause)
        return Reply(silent=True) if lost == "after" else reply

    def _done(self, asked: str, request: Request, query: dict[str, list[str]]) -> Any:
        match asked.split("/"):
            case ["GET campaigns"]:
                return self._page(query)
            case ["POST campaigns"]:
                return self._make(json.loads(request.body))
            case ["GET campaigns", number]:
                return self._one(number)
            case ["PUT campaigns", number]:
                return self._change(self._one(number), json.loads(request.body))
            case ["PUT campaigns", number, "status"]:
                return self._set(self._one(number), json.loads(request.body)["status"])
            case ["GET lists"]:
                named = [{"id": key, "name": name} for key, name in self.lists.items()]
                return {"results": named, "total": len(named), "per_page": 0, "page": 1}
            case ["GET templates", number] if int(number) in self.templates:
                return {"id": int(number), "body": self.templates[int(number)]}
        raise RefusedError(f"not found: {asked}")

    def _page(self, query: dict[str, list[str]]) -> dict[str, Any]:
        wanted = set(query.get("tags", ()))
        hidden = {"body", "altbody"} if query.get("no_body") == ["true"] else set()
        rows = [
            {name: value for name, value in one.items() if name not in hidden}
            for one in self.campaigns.values()
            if wanted <= set(one["tags"])
        ]
        return {"results": rows, "query": "", "total": len(rows), "per_page": 0, "page": 1}

    def _one(self, number: str) -> dict[str, Any]:
        if int(number) not in self.campaigns:
            raise RefusedError("Campaign not found")
        return self.campaigns[int(number)]

    def _make(self, fields: dict[str, Any]) -> dict[str, Any]:
        made = {"id": len(self.campaigns) + 1, "status": "draft", "to_send": 0, "sent": 0}
        said = self._change(made, fields)
        self.campaigns[said["id"]] = made
        return said

    def _change(self, one: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
        if unknown := set(fields) - KNOWN:
            raise RefusedError(f"unknown fields: {unknown}")
        if one["status"] not in {"draft", "paused", "scheduled"}:
            raise RefusedError("Cannot update a running or a finished campaign")
        if missing := set(fields["lists"]) - set(self.lists):
            raise RefusedError(f"no list {missing}")
        as_sent(fields["body"], html=True)
        as_sent(fields["altbody"], html=False)
        named = [{"id": key, "name": self.lists[key]} for key in fields["lists"]]
        one.update({**fields, "lists": named})
        return {"id": one["id"], **fields}

    def _set(self, one: dict[str, Any], status: str) -> dict[str, Any]:
        if status != "running" or one["status"] not in MAY_START:
            raise RefusedError("Only paused and draft campaigns can be started")
        self.starts[one["id"]] += 1
        one.update({"status": "running", "to_send": 40})
        return one


def as_sent(body: str, *, html: bool) -> str:
    """What readers get of a body or a text."""
    body = re.sub(r"(https?://[^\s\"<>]*)@TrackLink", "https://lists.example/counted", body)
    pieces, last = [], 0
    for found in FUNCTION.finditer(body):
        pieces += [_set_down(body[last : found.start()], html), _called(found)]
        last = found.end()
    return "".join([*pieces, _set_down(body[last:], html)])


def _set_down(piece: str, html: bool) -> str:
    if "{{" in piece:
        raise RefusedError("Error compiling template: unexpected action")
    return re.sub(r"<!--.*?-->", "", piece, flags=re.DOTALL) if html else piece


def _called(found: re.Match[str]) -> str:
    safe, leaving, words = found.groups()
    return LEAVING if leaving else safe or words


def _said(status: int, data: dict[str, Any]) -> Reply:
    return Reply(status, json.dumps(data).encode(), {"Content-Type": "application/json"})


@contextmanager
def a_listmonk() -> Iterator[Monk]:
    """A running stand-in."""
    monk = Monk()
    with receiving(monk.answer) as address:
        monk.url = address
        yield monk
