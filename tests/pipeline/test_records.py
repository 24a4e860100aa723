"""Official records from the question to what is proposed, on a desk of the tests' own."""

import gzip
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.pipeline.press import Entry, Page, Press
from tests.pipeline.room import NOW, Room, a_source, problems

from watchdesk.model import Code, Lead, Verdict
from watchdesk.pipeline import open_desk
from watchdesk.pipeline.proposing import Answer, decide, propose, waiting
from watchdesk.sources import keys_of
from watchdesk.store import leads
from watchdesk.store.leads import Known

KEY = "k-5f1e-velmor"
BILL = "/v3/bill/119/hres/735"


def answer(**said: Any) -> Page:
    body = json.dumps({"request": {}, **said}).encode()
    return Page(body=body, media_type="application/json")


@pytest.fixture
def watching(press: Press, room: Room) -> Room:
    told = {"actionDate": "2026-10-04", "text": "Referred to the Committee on X."}
    bill = {"title": "On Karvenia", "introducedDate": "2026-10-03", "latestAction": told}
    who = {"fullName": "Rep. Ash", "sponsorshipDate": "2026-10-05"}
    press.put(f"{BILL}?format=json", answer(bill=bill))
    lists = "?format=json&limit=250"
    press.put(f"{BILL}/actions{lists}", answer(actions=[told]))
    press.put(f"{BILL}/cosponsors{lists}", answer(cosponsors=[who]))
    press.put(f"{BILL}/relatedbills{lists}", answer(relatedBills=[]))
    room.watch(a_source(press.url("/v3"), id_="hill", kind="congress", bills=("119/hres/735",)))
    return room


def proposed(room: Room) -> list[tuple[str, str]]:
    with open_desk(room.folder, now=NOW) as desk:
        list(propose(desk))
        return sorted((one.kind, one.held_from.isoformat()) for one in waiting(desk))


def test_a_bill_is_asked_for_with_all_that_belongs_to_it_and_proposed(
    watching: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_KEY", KEY)
    assert problems([*watching.gather(), *watching.extract()]) == []
    assert proposed(watching) == [
        ("cosponsored", "2026-10-05"),
        ("introduced", "2026-10-03"),
        ("referred", "2026-10-04"),
    ]
    assert watching.count("work", "stage = 'group'") == 0


def test_what_is_accepted_of_one_record_stands_in_one_entry(
    watching: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_KEY", KEY)
    watching.gather()
    watching.extract()
    proposed(watching)
    with open_desk(watching.folder, now=NOW) as desk:
        yes = Answer(verdict=Verdict.ACCEPT, by="Ada")
        entries = {decide(desk, one.id, yes)[-1].entry for one in waiting(desk)}
    assert len(entries) == 1


def test_the_key_reaches_the_interface_and_no_file_of_the_desk(
    watching: Room, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_KEY", KEY)
    watching.gather()
    shown = [heard.get("X-Api-Key") for heard in press.heard]
    assert shown == [None, KEY, KEY, KEY, KEY]  # robots.txt first, without
    assert watching.is_whole()
    for path in (one for one in watching.folder.rglob("*") if one.is_file()):
        body = path.read_bytes()
        assert KEY.encode() not in (gzip.decompress(body) if path.suffix == ".gz" else body)


def test_a_redirect_to_another_host_is_not_shown_the_key(
    watching: Room, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_KEY", KEY)
    away = (("Location", press.url("/elsewhere", "mill")),)
    press.put(f"{BILL}?format=json", Page(status=302, headers=away))
    press.put("/elsewhere", answer(bill={"title": "On Karvenia"}), host="mill")
    watching.gather()
    heard = dict(zip(press.asked, press.heard, strict=True))
    assert "X-Api-Key" in heard["harbour", f"{BILL}?format=json"]
    assert "X-Api-Key" not in heard["mill", "/elsewhere"]


def test_without_a_key_the_source_says_so_until_it_has_one(
    watching: Room, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CONGRESS_KEY", raising=False)
    (problem,) = problems(watching.gather())
    assert (problem.code, problem.source_id) == (Code.NO_KEY, "hill")
    assert "CONGRESS_KEY" in problem.message
    assert press.asked == []
    monkeypatch.setenv("CONGRESS_KEY", KEY)
    watching.gather()
    assert watching.count("problems", "open") == 0


def test_a_bill_that_did_not_change_is_not_asked_for_its_lists(
    watching: Room, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONGRESS_KEY", KEY)
    watching.gather()
    watching.gather(NOW + timedelta(hours=1))
    paths = [path for _, path in press.asked]
    assert paths.count(f"{BILL}?format=json") == 2
    assert sum("actions" in path for path in paths) == 1


def test_an_official_page_is_proposed_by_its_table(press: Press, room: Room) -> None:
    page = b"<h1>On the quarry</h1><ul><li>3 March 2026: adopted by the council</ul>"
    url = press.put("/58", Page(body=page))
    table = {"title": "h1"}
    room.watch(a_source(url, id_="chamber", kind="record", fields=table, steps="li", language="en"))
    assert problems([*room.gather(), *room.extract()]) == []
    assert proposed(room) == [("adopted", "2026-03-03")]


def test_the_bill_that_an_article_names_is_asked_for_on_the_site_of_its_body(
    press: Press, room: Room
) -> None:
    text = "The Chamber of Karvenia debates Bill 58 on stone quarries today, after long talks. "
    press.put_article("/debate", "A long debate", text * 3)
    press.put_article(
        "/bills/58", "Bill 58", "Article 1. No stone leaves the hill. " * 9, host="mill"
    )
    news = press.put_feed("/feed", Entry(title="A long debate", link="/debate"))
    bills = press.put_feed("/list", Entry(title="Bill 58", link="/bills/58"), host="mill")
    body = replace(a_source(bills, id_="chamber"), body="Chamber of Karvenia", muted=True)
    with open_desk(room.folder, now=NOW) as desk, desk.store.writing() as tx:
        lead = Lead(
            url=press.url("/bills/58", "mill"), source_id="chamber", found_in="c", title="Bill 58"
        )
        keys = keys_of(lead)
        known = Known(
            id="lead-58",
            entry_key=keys.entry_key,
            url_key=keys.url_key,
            content_key=keys.content_key,
            url=lead.url,
            title=lead.title,
            updated=None,
        )
        leads.add(tx, [(lead, known)], NOW)
    room.watch(a_source(news), body)
    room.gather()
    room.extract()
    proposed(room)
    room.gather(NOW + timedelta(hours=1))
    (capture,) = room.captures_at(press.url("/bills/58", "mill"))
    assert capture.purpose == "document"
