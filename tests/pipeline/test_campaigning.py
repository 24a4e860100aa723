"""A published issue as a campaign of listmonk, against a stand-in for it."""

import itertools
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tests.pipeline.a_listmonk import LEAVING, TOKEN, USER, Monk, a_listmonk, as_sent
from tests.pipeline.killing import killed_once
from tests.pipeline.mailing import (
    NOW,
    a_mail_desk,
    configure,
    in_state,
    put_issue,
    the_issue,
)
from tests.pipeline.receiver import Reply

from watchdesk.model import (
    ConfigError,
    DeskError,
    GateError,
    Handover,
    HandoverState,
    Section,
    State,
    UsageError,
    WorldError,
)
from watchdesk.pipeline import campaigning, issue_numbered, open_desk
from watchdesk.pipeline.doctor_lists import examine_lists

TOOLS = ("a {{ .Subscriber.Email }} of ours", "see https://tool.example/x@TrackLink {{{{ }}")


@pytest.fixture
def monk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Monk]:
    monkeypatch.setenv("WATCHDESK_LISTMONK_KEY", TOKEN)
    with a_listmonk() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path, monk: Monk) -> Path:
    made = a_mail_desk(tmp_path / "desk", port=9)
    table = {"url": monk.url, "user": USER, "lists": [1, 2], "template": 7, "seconds": 1.0}
    configure(made, hand_over={"listmonk": table})
    return made


def prepared(folder: Path) -> Handover:
    with open_desk(folder, now=NOW) as desk:
        return campaigning.prepare(desk, issue_numbered(desk, 12))


def sent(folder: Path) -> Handover:
    with open_desk(folder, now=NOW) as desk:
        return campaigning.send(desk, issue_numbered(desk, 12))


def looked(folder: Path) -> Handover:
    with open_desk(folder, now=NOW) as desk:
        found = campaigning.status(desk, issue_numbered(desk, 12))
    assert found is not None
    return found


def test_a_draft_is_made_a_second_call_starts_it_and_it_is_followed_to_its_end(
    folder: Path, monk: Monk
) -> None:
    assert prepared(folder).state is prepared(folder).state is HandoverState.PREPARED
    (draft,) = monk.campaigns.values()
    assert draft["status"] == "draft"
    assert [one["id"] for one in draft["lists"]] == [1, 2]
    assert sent(folder).said == "campaign 1 is running, 0 of 40 sent"
    assert sent(folder).state is prepared(folder).state is HandoverState.SENT
    draft |= {"status": "finished", "sent": 39}
    assert looked(folder).said == "campaign 1 is finished, 39 of 40 sent"
    assert monk.starts == {1: 1}


def test_readers_get_the_mail_as_it_is_with_listmonks_own_link_to_leave(
    folder: Path, monk: Monk
) -> None:
    sections = tuple(
        Section(key=f"s{n}", title=f"Part {n}", empty_because=words)
        for n, words in enumerate(TOOLS)
    )
    put_issue(folder, replace(the_issue(), sections=sections))
    prepared(folder)
    (draft,) = monk.campaigns.values()
    html, text = as_sent(draft["body"], html=True), as_sent(draft["altbody"], html=False)
    shown = html.replace("&#123;", "{").replace("&#64;", "@")
    for words in TOOLS:
        assert words in shown
        assert words in text.replace("\n", " ")
    assert f'href="{LEAVING}"' in html
    assert f"{LEAVING}?manage=true" in text
    assert "<!--[if mso]>" in html
    assert "counted" not in html + text
    assert ".invalid" not in html + text


def test_a_corrected_issue_changes_the_draft_and_does_not_go_before_it_is_prepared_again(
    folder: Path, monk: Monk
) -> None:
    prepared(folder)
    configure(folder, title="Another name")
    with pytest.raises(GateError, match="is not what was prepared"):
        sent(folder)
    prepared(folder)
    assert sent(folder).state is HandoverState.SENT
    (one,) = monk.campaigns.values()
    assert one["subject"].startswith("Another name")


def test_what_was_changed_in_listmonk_is_not_started(folder: Path, monk: Monk) -> None:
    prepared(folder)
    monk.campaigns[1]["body"] += "<p>And one thing more.</p>"
    with pytest.raises(GateError, match="Campaign 1 was changed in listmonk"):
        sent(folder)
    prepared(folder)
    sent(folder)
    assert "one thing more" not in monk.campaigns[1]["body"]


@pytest.mark.parametrize("status", ["running", "finished", "paused", "cancelled", "scheduled"])
def test_a_campaign_that_is_no_draft_any_more_is_left_alone(
    folder: Path, monk: Monk, status: str
) -> None:
    prepared(folder)
    monk.campaigns[1]["status"] = status
    configure(folder, title="Another name")
    assert prepared(folder).said == f"campaign 1 is {status}, 0 of 0 sent"
    assert sent(folder).state is HandoverState.SENT
    assert not monk.starts


def test_two_campaigns_for_one_issue_are_shown_to_a_person(folder: Path, monk: Monk) -> None:
    prepared(folder)
    monk.campaigns[2] = {**monk.campaigns[1], "id": 2}
    for step in (prepared, sent):
        with pytest.raises(GateError, match=r"several campaigns for issue 12: 1 \(draft\) and 2"):
            step(folder)
    assert not monk.starts


def test_a_campaign_that_was_deleted_is_made_again_only_if_it_never_ran(
    folder: Path, monk: Monk
) -> None:
    prepared(folder)
    monk.campaigns.clear()
    with pytest.raises(GateError, match="Campaign 1 is not in listmonk any more"):
        sent(folder)
    prepared(folder)
    sent(folder)
    monk.campaigns.clear()
    assert prepared(folder).said == "campaign 1 is not in listmonk any more"
    assert not monk.campaigns


def test_an_issue_that_readers_may_not_have_is_neither_prepared_nor_started(
    folder: Path, monk: Monk
) -> None:
    prepared(folder)
    put_issue(folder, in_state(State.APPROVED))
    for step in (prepared, sent):
        with pytest.raises(GateError, match="not published"):
            step(folder)
    assert not monk.starts


def through(folder: Path) -> None:
    """All steps, each called again after it failed, and a correction in between."""
    for step in (prepared, prepared):
        with suppress(WorldError):
            step(folder)
    configure(folder, title="Another name")
    for step in (prepared, prepared, sent, sent):
        with suppress(WorldError):
            step(folder)


@pytest.mark.parametrize("lost", ["before", "after"])
def test_whichever_answer_is_lost_there_is_one_campaign_and_it_runs_once(
    tmp_path: Path, folder: Path, monk: Monk, lost: str
) -> None:
    through(copied(folder, tmp_path / "whole"))
    assert {"POST campaigns", "PUT campaigns/1", "PUT campaigns/1/status"} < set(monk.asked)
    for number in range(len(monk.asked)):
        monk.campaigns.clear()
        monk.starts.clear()
        counted = itertools.count()
        monk.lost = partial(_lost_at, counted, number, lost)
        own = copied(folder, tmp_path / f"desk-{number}")
        through(own)
        assert [one["status"] for one in monk.campaigns.values()] == ["running"], number
        assert monk.campaigns[1]["subject"].startswith("Another name")
        assert monk.starts == {1: 1}, number
        assert looked(own).state is HandoverState.SENT


def _lost_at(counted: Iterator[int], number: int, lost: str, _asked: str) -> str:
    return lost if next(counted) == number else ""


def copied(folder: Path, to: Path) -> Path:
    return Path(shutil.copytree(folder, to))


@pytest.mark.parametrize("asked", ["POST campaigns", "PUT campaigns/1/status"])
def test_after_a_time_out_listmonk_is_asked_what_it_has(
    folder: Path, monk: Monk, asked: str
) -> None:
    monk.pause, monk.lost = 1.3, lambda one: "slow" if one == asked else ""
    assert prepared(folder).state is HandoverState.PREPARED
    assert sent(folder).state is HandoverState.SENT
    assert monk.asked.count("POST campaigns") == 1
    assert monk.starts == {1: 1}


@pytest.mark.parametrize("asked", ["POST campaigns", "PUT campaigns/1/status"])
def test_killed_between_the_deed_and_its_record_it_goes_on_from_there(
    folder: Path, monk: Monk, asked: str
) -> None:
    starting = asked.endswith("status")
    if starting:
        prepared(folder)
    monk.pause, monk.lost = 0.9, lambda one: "slow" if one == asked else ""
    done = monk.starts if starting else monk.campaigns
    killed_once(lambda: bool(done), sent if starting else prepared, folder)
    monk.lost = lambda _one: ""
    if not starting:
        prepared(folder)
    assert sent(folder).state is HandoverState.SENT
    assert len(monk.campaigns) == 1
    assert monk.starts == {1: 1}


@pytest.mark.parametrize(
    ("asked", "reply", "said"),
    [
        ("POST campaigns", Reply(500, b'{"message": "no disk"}'), r"refuses \(500\): no disk"),
        ("GET campaigns", Reply(200, b"<html>hello"), "does not answer as listmonk does"),
        ("GET campaigns", Reply(200, b'{"data": {"results": [7]}}'), "does not answer as listmonk"),
        ("GET campaigns", Reply(200, b"[" * 100_000), "does not answer as listmonk"),
        ("GET campaigns", Reply(302, b"", {"Location": "/else"}), r"refuses \(302\)"),
        ("GET campaigns/1", Reply(200, b"x" * 60, trickle=0.1), "no answer within 1 seconds"),
    ],
)
def test_every_failure_is_one_sentence(
    folder: Path, monk: Monk, asked: str, reply: Reply, said: str
) -> None:
    monk.refuse[asked] = reply
    with pytest.raises(WorldError, match=said) as told:
        prepared(folder)
    assert "\n" not in str(told.value)
    assert TOKEN not in str(told.value)


def test_what_is_missing_is_one_sentence(
    folder: Path, monk: Monk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(kind: type[DeskError], said: str) -> None:
        with pytest.raises(kind, match=said):
            prepared(folder)

    monkeypatch.setenv("WATCHDESK_LISTMONK_KEY", "another")
    refused(WorldError, "refuses the key of 'desk'")
    monkeypatch.setenv("WATCHDESK_LISTMONK_KEY", "two\nlines")
    refused(WorldError, "signs that no request can carry")
    monkeypatch.delenv("WATCHDESK_LISTMONK_KEY")
    refused(UsageError, "needs the token of 'desk': set WATCHDESK_LISTMONK_KEY")
    configure(folder, hand_over={"listmonk": {"url": monk.url}})
    refused(ConfigError, "user: name a user of its API")
    configure(folder, site_url="", hand_over={"listmonk": {}})
    refused(ConfigError, "say where listmonk is found")


def examined(folder: Path) -> list[str]:
    with open_desk(folder, now=NOW) as desk:
        return [f"{one.health}: {one.said}" for one in examine_lists(desk)]


def test_the_doctor_says_what_listmonk_lacks(
    folder: Path, monk: Monk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert examined(folder) == [
        "well: The issue goes to list 1, Readers.",
        "well: The issue goes to list 2, Press.",
        "well: Template 7 leaves the mail as it is.",
    ]
    del monk.lists[2]
    monk.templates[7] = '<html>{{ template "content" . }}</html>'
    assert [one.partition(":")[0] for one in examined(folder)] == ["well", "bad", "look"]
    monkeypatch.delenv("WATCHDESK_LISTMONK_KEY")
    (missing,) = examined(folder)
    assert missing.endswith("needs the token of 'desk': set WATCHDESK_LISTMONK_KEY.")


def test_a_draft_whose_tag_was_taken_off_is_known_by_its_number(folder: Path, monk: Monk) -> None:
    prepared(folder)
    monk.campaigns[1]["tags"] = []
    prepared(folder)
    assert sent(folder).state is HandoverState.SENT
    assert len(monk.campaigns) == 1
