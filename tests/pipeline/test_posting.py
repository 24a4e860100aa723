"""A published issue, posted as JSON with a signature."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.pipeline.killing import killed_once
from tests.pipeline.mailing import (
    NOW,
    a_mail_desk,
    configure,
    in_state,
    put_issue,
    the_issue,
)
from tests.pipeline.receiver import Reply, Request, receiving

from watchdesk.model import (
    ConfigError,
    GateError,
    Handover,
    HandoverState,
    State,
    UsageError,
    WorldError,
)
from watchdesk.pipeline import issue_numbered, open_desk, posting
from watchdesk.pipeline.handing_over import shown

SECRET = "a secret of this test"
VARIABLE = "WATCHDESK_HAND_OVER_SECRET"


@dataclass
class Taker:
    """What takes the issue: answers by `reply` and keeps what came."""

    url: str = ""
    reply: Reply = field(default_factory=Reply)
    got: list[Request] = field(default_factory=list)

    def answer(self, request: Request) -> Reply:
        self.got.append(request)
        return self.reply


@pytest.fixture
def taker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Taker]:
    monkeypatch.setenv(VARIABLE, SECRET)
    one = Taker()
    with receiving(one.answer) as address:
        one.url = f"{address}/issues"
        yield one


@pytest.fixture
def folder(tmp_path: Path, taker: Taker) -> Path:
    made = a_mail_desk(tmp_path / "desk", port=9)
    configure(made, hand_over={"leave": "*|UNSUB|*", "json": {"url": taker.url, "seconds": 1.0}})
    return made


def prepared(folder: Path) -> Handover:
    with open_desk(folder, now=NOW) as desk:
        return posting.prepare(desk, issue_numbered(desk, 12))


def sent(folder: Path) -> Handover:
    with open_desk(folder, now=NOW) as desk:
        return posting.send(desk, issue_numbered(desk, 12))


def resolved(folder: Path, *, again: bool) -> Handover:
    with open_desk(folder, now=NOW) as desk:
        return posting.resolve(desk, issue_numbered(desk, 12), again=again, by="Ada")


def state(folder: Path) -> HandoverState:
    with open_desk(folder, now=NOW) as desk:
        found = shown(desk, issue_numbered(desk, 12), posting.JSON)
    assert found is not None
    return found.state


def test_what_was_prepared_is_posted_by_a_second_call_and_only_once(
    folder: Path, taker: Taker
) -> None:
    prepared(folder)
    assert not taker.got
    assert sent(folder).state is sent(folder).state is HandoverState.SENT
    (one,) = taker.got
    made = json.loads(one.body)
    assert (made["number"], made["language"]) == (12, "en")
    assert "The gauge was under repair." in made["html"]
    assert "*|UNSUB|*" in made["text"]
    assert made["url"] == "https://velmor.example/issues/12/index.html"


def test_whoever_takes_it_can_check_the_signature(folder: Path, taker: Taker) -> None:
    prepared(folder)
    sent(folder)
    (one,) = taker.got
    moment, digest = one.headers["x-watchdesk-signature"].removeprefix("t=").split(",v1=")
    wanted = hmac.new(SECRET.encode(), f"{moment}.".encode() + one.body, hashlib.sha256)
    assert hmac.compare_digest(wanted.hexdigest(), digest)
    assert int(moment) == int(NOW.timestamp())


def test_it_is_not_posted_before_it_was_prepared_as_it_stands(folder: Path, taker: Taker) -> None:
    with pytest.raises(GateError, match="was not prepared"):
        sent(folder)
    prepared(folder)
    configure(folder, title="Another name")
    with pytest.raises(GateError, match="is not what was prepared"):
        sent(folder)
    assert not taker.got


def test_an_issue_that_readers_may_not_have_is_neither_prepared_nor_posted(
    folder: Path, taker: Taker
) -> None:
    prepared(folder)
    put_issue(folder, in_state(State.APPROVED))
    with pytest.raises(GateError, match="not published"):
        prepared(folder)
    with pytest.raises(GateError, match="not published"):
        sent(folder)
    assert not taker.got


@pytest.mark.parametrize("status", [302, 401, 422])
def test_a_refusal_is_one_sentence_and_it_may_go_again(
    folder: Path, taker: Taker, status: int
) -> None:
    prepared(folder)
    taker.reply = Reply(status, b"not like this", {"Location": f"{taker.url}/elsewhere"})
    with pytest.raises(WorldError, match=rf"refuses issue 12: {status} not like this"):
        sent(folder)
    taker.reply = Reply()
    assert sent(folder).state is HandoverState.SENT
    assert [request.path for request in taker.got] == ["/issues", "/issues"]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(pause=1.5),
        Reply(body=b"x" * 40, trickle=0.1),
        Reply(silent=True),
        Reply(503),
    ],
    ids=["late", "trickling", "closed", "503"],
)
def test_what_was_not_answered_waits_for_a_person(folder: Path, taker: Taker, reply: Reply) -> None:
    prepared(folder)
    taker.reply = reply
    with pytest.raises(WorldError, match="Nobody knows whether"):
        sent(folder)
    taker.reply = Reply()
    with pytest.raises(GateError, match="Nobody knows whether"):
        sent(folder)
    assert len(taker.got) == 1
    assert resolved(folder, again=True).state is HandoverState.PREPARED
    assert sent(folder).state is HandoverState.SENT
    keys = {request.headers["idempotency-key"] for request in taker.got}
    assert (len(taker.got), len(keys)) == (2, 1)


def test_a_person_says_that_it_arrived_and_is_asked_only_where_it_is_in_doubt(
    folder: Path, taker: Taker
) -> None:
    prepared(folder)
    with pytest.raises(UsageError, match="not in doubt"):
        resolved(folder, again=False)
    taker.reply = Reply(silent=True)
    with pytest.raises(WorldError):
        sent(folder)
    assert resolved(folder, again=False).state is HandoverState.SENT
    assert sent(folder).said == "Ada says: it arrived"
    assert len(taker.got) == 1


def test_where_nobody_listens_nothing_was_sent_and_it_may_go_again(folder: Path) -> None:
    configure(folder, hand_over={"json": {"url": "http://127.0.0.1:9/"}})
    prepared(folder)
    with pytest.raises(WorldError, match="cannot be reached: Connection refused"):
        sent(folder)
    assert state(folder) is HandoverState.PREPARED


def test_what_is_missing_is_one_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(folder)
    monkeypatch.delenv(VARIABLE)
    with pytest.raises(UsageError, match=f"needs the secret .*: set {VARIABLE}"):
        sent(folder)
    configure(folder, hand_over={"json": {"url": "http://press.example/"}})
    monkeypatch.setenv(VARIABLE, SECRET)
    prepared(folder)
    with pytest.raises(WorldError, match="anybody could read the key"):
        sent(folder)
    configure(folder, hand_over={"json": {"url": "press"}})
    with pytest.raises(ConfigError, match="'press' is no web address"):
        prepared(folder)
    configure(folder, hand_over={"json": {"url": ""}})
    with pytest.raises(ConfigError, match="say where the issue is posted"):
        prepared(folder)


def test_a_process_that_is_killed_while_it_posts_leaves_a_doubt_and_no_second_copy(
    folder: Path, taker: Taker
) -> None:
    prepared(folder)
    taker.reply = Reply(pause=0.9)
    killed_once(lambda: bool(taker.got), sent, folder)
    taker.reply = Reply()
    with pytest.raises(GateError, match="the process ended meanwhile"):
        sent(folder)
    assert len(taker.got) == 1
    assert the_issue().number == json.loads(taker.got[0].body)["number"]
