"""The part of listmonk's API that an issue needs: campaigns, and what they are made with.

In: its address and a user's token. Out: campaigns as it has them. Whatever goes wrong is a
`WorldError` with one sentence: after a change that had no answer, ask for the campaign again.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn
from urllib.parse import quote

from watchdesk.model import WorldError
from watchdesk.publish.delivery.asking import (
    Answer,
    Question,
    UnansweredError,
    UnreachedError,
    ask,
)

DRAFT = "draft"
RUNNING = "running"

_GONE = (400, 404)
"""How it says that there is no campaign of a number: 400 by its code, 404 by what one expects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign as listmonk has it; `texts` are those of its subject, body and altbody it gave."""

    id: int
    status: str
    tags: Sequence[str]
    lists: frozenset[int]
    to_send: int
    sent: int
    texts: Mapping[str, str]

    @property
    def told(self) -> str:
        """How far it is."""
        return f"campaign {self.id} is {self.status}, {self.sent} of {self.to_send} sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listmonk:
    """One listmonk and the user that asks it."""

    url: str
    user: str
    key: str = field(repr=False)
    seconds: float

    def tagged(self, tag: str) -> tuple[Campaign, ...]:
        """All campaigns with a tag, without their bodies."""
        page = self._got(f"campaigns?tags={quote(tag)}&no_body=true&per_page=all")
        rows = self._rows(page)
        # One that is older than this question gives all of its campaigns.
        return tuple(one for one in map(self._campaign, rows) if tag in one.tags)

    def campaign(self, number: int) -> Campaign | None:
        """One campaign, or None where there is no such number."""
        answer = self._asked("GET", f"campaigns/{number}")
        return None if answer.status in _GONE else self._campaign(self._data(answer))

    def make(self, fields: Mapping[str, Any]) -> int | None:
        """Make a draft; gives its number where that is said, which its interface leaves open."""
        data = self._data(self._asked("POST", "campaigns", fields))
        number = data.get("id") if isinstance(data, dict) else None
        return number if isinstance(number, int) else None

    def change(self, number: int, fields: Mapping[str, Any]) -> None:
        """Give a draft other contents."""
        self._data(self._asked("PUT", f"campaigns/{number}", fields))

    def start(self, number: int) -> None:
        """Let a draft run."""
        self._data(self._asked("PUT", f"campaigns/{number}/status", {"status": RUNNING}))

    def lists(self) -> dict[int, str]:
        """The names of its lists by their number."""
        rows = self._rows(self._got("lists?minimal=true&per_page=all"))
        try:
            return {int(one["id"]): str(one["name"]) for one in rows}
        except (KeyError, TypeError, ValueError):
            self._strange()

    def template(self, number: int) -> str | None:
        """The body of a template, or None where there is no such number."""
        answer = self._asked("GET", f"templates/{number}")
        if answer.status in _GONE:
            return None
        data = self._data(answer)
        return str(data.get("body", "")) if isinstance(data, dict) else self._strange()

    def _got(self, path: str) -> Any:
        return self._data(self._asked("GET", path))

    def _asked(self, method: str, path: str, fields: Mapping[str, Any] | None = None) -> Answer:
        question = Question(
            method=method,
            url=f"{self.url.rstrip('/')}/api/{path}",
            headers={
                "Authorization": f"token {self.user}:{self.key}",
                "Content-Type": "application/json; charset=utf-8",
                "User-Agent": "Watchdesk",
            },
            body=json.dumps(fields).encode() if fields is not None else b"",
            seconds=self.seconds,
        )
        try:
            return ask(question)
        except UnreachedError as error:
            raise WorldError(f"listmonk at {self.url} cannot be reached: {error}.") from error
        except UnansweredError as error:
            raise WorldError(f"listmonk at {self.url} gave no answer: {error}.") from error

    def _data(self, answer: Answer) -> Any:
        """What is in an answer; a refusal becomes its own sentence."""
        if answer.status in {401, 403}:
            raise WorldError(f"listmonk at {self.url} refuses the key of '{self.user}'.")
        try:
            found = json.loads(answer.body)
        except (ValueError, RecursionError):
            found = None
        if not answer.good:
            said = found.get("message") if isinstance(found, dict) else None
            told = " ".join(str(said).split())[:200] if said else answer.told
            raise WorldError(f"listmonk at {self.url} refuses ({answer.status}): {told}.")
        if not isinstance(found, dict) or "data" not in found:
            self._strange()
        return found["data"]

    def _rows(self, page: Any) -> list[Any]:
        rows = (page.get("results") or []) if isinstance(page, dict) else None
        return rows if isinstance(rows, list) else self._strange()

    def _campaign(self, data: Any) -> Campaign:
        try:
            names = ("subject", "body", "altbody")
            return Campaign(
                id=int(data["id"]),
                status=str(data["status"]),
                tags=[str(tag) for tag in data.get("tags") or ()],
                lists=frozenset(int(one["id"]) for one in data.get("lists") or ()),
                to_send=int(data.get("to_send") or 0),
                sent=int(data.get("sent") or 0),
                texts={name: str(data[name]) for name in names if data.get(name)},
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            self._strange()

    def _strange(self) -> NoReturn:
        raise WorldError(f"{self.url} does not answer as listmonk does; look at its address.")
