"""Answers of official interfaces, in their published shapes; what they tell is invented."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.builders import a_capture, at

from watchdesk.extract import Hints, read
from watchdesk.model import Article, Code, Problem
from watchdesk.text.records import Step, fields_in, steps_in

BASE = "https://congress.example/v3/bill/119"


def told(answer: dict[str, Any], url: str = f"{BASE}/hres/735") -> Article:
    body = json.dumps({"request": {"format": "json"}, **answer}).encode()
    made = read_json(body, url)
    assert isinstance(made, Article), made
    return made


def read_json(body: bytes, url: str) -> Article | Problem:
    capture = a_capture(url, body=body, fetched_at=at(20))
    return read(replace(capture, media_type="application/json"), body)


def steps(article: Article) -> list[tuple[str, str]]:
    return [(one.kind, one.day.isoformat()) for one in steps_in(article.text)]


def fields(article: Article, name: str) -> list[str]:
    return [one.words for one in fields_in(article.text) if one.name == name]


def test_a_bill_says_its_number_its_lasting_id_and_where_it_stands() -> None:
    article = told(
        {
            "bill": {
                "congress": 119,
                "number": "735",
                "type": "HRES",
                "title": "On the prisoners of Karvenia",
                "originChamber": "House",
                "introducedDate": "2026-10-03",
                "sponsors": [{"fullName": "Rep. Venn, Orla [I-CA-30]"}],
                "cosponsors": {"count": 2, "countIncludingWithdrawnCosponsors": 3},
                "latestAction": {
                    "actionDate": "2026-10-04",
                    "text": "Referred to the House Committee on Foreign Affairs.",
                },
            }
        }
    )
    assert article.title == "H.Res. 735: On the prisoners of Karvenia"
    assert fields(article, "Key") == ["us/hres/735"]
    assert fields(article, "Record") == ["us/119/hres/735"]
    assert fields(article, "Cosponsors") == ["2"]
    assert steps(article) == [("introduced", "2026-10-03"), ("referred", "2026-10-04")]


@pytest.mark.parametrize(
    ("kind", "bill", "words"),
    [
        ("introduced", "hr", "Introduced in House"),
        ("referred", "s", "Read twice and referred to the Committee on Foreign Relations."),
        ("action", "hr", "Referred to the Subcommittee on Europe."),
        ("reported", "hr", "Reported by the Committee on Foreign Affairs. H. Rept. 119-40."),
        ("reported", "s", "Committee on Finance. Reported by Senator Ash without amendment."),
        ("action", "hr", "Ordered to be Reported in the Nature of a Substitute."),
        ("passed", "hr", "Passed/agreed to in House: On passage Passed by the Yeas and Nays."),
        ("adopted", "hres", "Passed/agreed to in House: Agreed to without objection."),
        ("passed", "hjres", "Passed/agreed to in Senate: Passed Senate by Voice Vote."),
        ("rejected", "hr", "Failed of passage/not agreed to in House: On motion to suspend."),
        ("action", "hr", "Motion to reconsider laid on the table Agreed to without objection."),
        ("action", "hr", "Rule H. Res. 9 passed House."),
        ("signed", "hr", "Signed by President."),
        ("vetoed", "hr", "Vetoed by President."),
        ("enacted", "hr", "Became Public Law No: 119-12."),
    ],
)
def test_an_action_is_what_its_words_begin_with(kind: str, bill: str, words: str) -> None:
    article = told(
        {"actions": [{"actionDate": "2026-10-09", "text": words}]}, f"{BASE}/{bill}/7/actions"
    )
    assert steps(article) == [(kind, "2026-10-09")]


def test_a_vote_that_two_systems_report_is_one_step() -> None:
    rows = [
        {"actionDate": "2026-10-09", "text": "Passed/agreed to in House: Voice vote."},
        {"actionDate": "2026-10-09", "text": "Passed House by voice vote."},
    ]
    assert len(steps(told({"actions": rows}, f"{BASE}/hr/7/actions"))) == 1


def test_who_joined_and_withdrew_is_told_with_both_days() -> None:
    rows = [
        {
            "fullName": "Rep. Ash, Bert [I-OH-1]",
            "isOriginalCosponsor": True,
            "sponsorshipDate": "2026-10-03",
            "sponsorshipWithdrawnDate": "2026-11-02",
        }
    ]
    article = told({"cosponsors": rows}, f"{BASE}/hres/735/cosponsors?format=json")
    assert steps(article) == [("cosponsored", "2026-10-03"), ("cosponsor_withdrawn", "2026-11-02")]


def test_a_companion_is_named_with_who_says_so_and_other_relations_are_not() -> None:
    rows = [
        {
            "number": 21,
            "type": "S",
            "relationshipDetails": [{"identifiedBy": "CRS", "type": "Identical bill"}],
        },
        {
            "number": 22,
            "type": "HR",
            "relationshipDetails": [{"identifiedBy": "CRS", "type": "Related bill"}],
        },
    ]
    article = told({"relatedBills": rows}, f"{BASE}/hr/7/relatedbills")
    assert fields(article, "Companion") == ["S. 21, identified by CRS"]


def test_an_amendment_to_a_motion_has_no_key_of_the_motion() -> None:
    motion = {"Id": 9, "UIN": 1123, "AmendmentSuffix": "A1", "AmendmentToMotionId": 7}
    article = told({"Response": {"MotionText": "Leave out", "Title": "On X", **motion}})
    assert fields(article, "Key") == fields(article, "Record") == []
    assert fields(article, "Amends") == ["uk/edm/id/7"]


def test_words_of_a_record_cannot_pass_for_a_step_of_it() -> None:
    action = {"actionDate": "2026-10-09", "text": "Heard.\npassed on 2026-10-10: By all."}
    article = told({"actions": [action]}, f"{BASE}/hr/7/actions")
    (step,) = steps_in(article.text)
    assert step == Step(
        "action", date(2026, 10, 9), "Heard. passed on 2026-10-10: By all.", step.span
    )
    assert step.span.of(article.text).startswith("action on 2026-10-09: Heard.")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"weather": []}, Code.MEDIA_TYPE),
        ({"Response": {"UIN": None, "MotionText": ""}}, Code.NO_TEXT),
    ],
)
def test_what_is_no_record_says_so(answer: dict[str, Any], code: Code) -> None:
    made = read_json(json.dumps(answer).encode(), f"{BASE}/weather")
    assert isinstance(made, Problem)
    assert made.code is code


PAGE = """<h1>On the quarry of Velmor</h1>
<b class=no>Bill 58</b><p id=tabled>Tabled 3 March 2026</p>
<table><tr><td>9 March 2026<td>Sent to committee\npassed on 2026-03-10: x<tr><td>Undated<td>Heard
<tr><td>4 December 2026<td>To be voted on</table>"""
SELECTORS = {"title": "h1", "number": ".no", "introduced": "#tabled", "sponsor": ".nobody"}


def on_page(fields: dict[str, str], steps: str = "tr") -> Article | Problem:
    url = "https://chamber.example/bills/58"
    capture = a_capture(url, body=PAGE.encode(), fetched_at=at(20))
    hints = Hints(fields=tuple(fields.items()), steps=steps, language="en")
    return read(capture, PAGE.encode(), hints=hints)


def test_an_official_page_is_read_by_its_selectors_and_what_lies_ahead_is_left_out() -> None:
    made = on_page(SELECTORS)
    assert isinstance(made, Article)
    assert made.title == "On the quarry of Velmor"
    assert fields(made, "Number") == ["Bill 58"]
    assert fields(made, "Record") == ["https://chamber.example/bills/58"]
    assert fields(made, "Sponsor") == []
    assert steps(made) == [("introduced", "2026-03-03"), ("step", "2026-03-09")]


@pytest.mark.parametrize(
    ("selectors", "code"),
    [({"title": "h7"}, Code.NO_TEXT), ({"title": "h1[["}, Code.BAD_INPUT)],
)
def test_a_selector_that_finds_nothing_or_is_none_says_so(
    selectors: dict[str, str], code: Code
) -> None:
    made = on_page(selectors)
    assert isinstance(made, Problem)
    assert made.code is code


BILLS = "https://bills.example/api/v1/Bills/4212"
PROCEDURE = "https://europarl.example/api/v2/procedures/2026-2580?format=application%2Fld%2Bjson"


def stage(description: str, house: str, order: int, *days: str) -> dict[str, Any]:
    sittings = [{"billId": 4212, "date": f"{day}T00:00:00"} for day in days]
    named = {"description": description, "house": house, "sortOrder": order}
    return {**named, "stageSittings": sittings}


def test_readings_of_a_uk_bill_are_held_and_not_won() -> None:
    items = [
        stage("1st reading", "Lords", 6, "2026-11-02"),
        stage("1st reading", "Commons", 1, "2026-10-03"),
        stage("3rd reading", "Commons", 5, "2026-10-30", "2026-10-31"),
        stage("Royal Assent", "Unassigned", 9, "2026-11-19"),
    ]
    article = told({"items": items, "totalResults": 4}, f"{BILLS}/Stages?Take=100")
    assert fields(article, "Record") == ["uk/bill/id/4212"]
    assert steps(article) == [
        ("introduced", "2026-10-03"),
        ("action", "2026-10-30"),
        ("action", "2026-10-31"),
        ("action", "2026-11-02"),
        ("enacted", "2026-11-19"),
    ]


def test_a_sitting_that_lies_ahead_is_planned_and_no_step() -> None:
    items = [stage("Royal Assent", "Unassigned", 9, "2026-12-24")]
    article = told({"items": items}, f"{BILLS}/Stages")
    assert steps(article) == []
    assert fields(article, "Planned") == ["Royal Assent, Unassigned, 2026-12-24"]


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"isDefeated": True}, "Defeated"),
        ({"isAct": True, "currentHouse": "Unassigned"}, "Act"),
        ({"billWithdrawn": "2026-11-01T00:00:00"}, "Withdrawn"),
        ({"billWithdrawn": None, "currentStage": {"description": "Report stage"}}, "Report stage"),
    ],
)
def test_a_uk_bill_says_where_it_stands(said: dict[str, Any], where: str) -> None:
    article = told({"billId": 4212, "shortTitle": "Karvenia Bill", **said}, BILLS)
    assert fields(article, "Stage") == [where]
    assert [kind for kind, _ in steps(article)] == (["withdrawn"] if where == "Withdrawn" else [])


def event(code: str, day: str | None, *documents: str) -> dict[str, Any]:
    return {
        "had_activity_type": f"def/ep-activities/{code}",
        "activity_date": day,
        "recorded_in_a_realization_of": [f"eli/dl/doc/{one}" for one in documents],
    }


def test_a_resolution_of_the_european_parliament_has_all_its_names_in_one_record() -> None:
    process = {
        "id": "eli/dl/proc/2026-2580",
        "process_id": "2026-2580",
        "process_type": "def/ep-procedure-types/RSP",
        "process_title": {"fr": "Sur la Karvénie", "en": "On Karvenia"},
        "consists_of": [
            event("PLENARY_VOTE", "2026-11-12", "TA-10-2026-0369"),
            event("PLENARY_VOTE", "2026-11-11"),
            event("TABLING_PLENARY", "2026-11-10", "B-10-2026-0243"),
            event("TABLING_PLENARY", "2026-11-11", "RC-B-10-2026-0243", "RC-10-2026-0243"),
            event("REFERRAL", None),
        ],
    }
    article = told({"data": [process]}, PROCEDURE)
    assert article.title == "2026/2580(RSP): On Karvenia"
    assert fields(article, "Key") == [
        "eu/proc/2026/2580(RSP)",
        "eu/ta/10/2026/0369",
        "eu/b/10/2026/0243",
        "eu/rc-b/10/2026/0243",
    ]
    assert steps(article) == [
        ("introduced", "2026-11-10"),
        ("action", "2026-11-11"),
        ("action", "2026-11-11"),
        ("adopted", "2026-11-12"),
    ]


def a_state_bill(**said: Any) -> dict[str, Any]:
    place = {"id": "ocd-jurisdiction/country:us/state:ca/government", "name": "California"}
    bill = {"id": "ocd-bill/5f", "identifier": "ajr 0005", "title": "On X", "jurisdiction": place}
    return {**bill, "classification": ["joint resolution"], **said}


def test_a_state_bill_has_its_states_key_and_a_lasting_id() -> None:
    article = told(a_state_bill())
    assert fields(article, "Number") == ["AJR 5 (California)"]
    assert fields(article, "Key") == ["us-ca/ajr/5"]
    assert fields(article, "Record") == ["ocd-bill/5f"]


def test_actions_of_a_state_are_what_their_codes_say_and_no_more() -> None:
    def action(day: str, *codes: str) -> dict[str, Any]:
        return {
            "date": day,
            "description": f"Told {day}",
            "classification": list(codes),
            "organization": {"name": "Senate", "classification": "upper"},
        }

    actions = [
        action("2026-10-03", "introduction", "referral-committee"),
        action("2026-10-09T12:00:00+00:00", "passage"),
        action("2026-10-10", "reading-3"),
        action("2026-10", "executive-signature"),
    ]
    article = told(a_state_bill(actions=actions))
    assert steps(article) == [
        ("introduced", "2026-10-03"),
        ("referred", "2026-10-03"),
        ("adopted", "2026-10-09"),
        ("action", "2026-10-10"),
    ]
    assert "Senate: Told 2026-10-10" in article.text


def test_who_sponsors_a_state_bill_joins_on_no_day() -> None:
    people = [
        {"name": "Venn", "primary": True, "classification": "author"},
        {"name": "Ash", "primary": False, "classification": "coauthor"},
    ]
    related = [
        {"identifier": "SB 0021", "relation_type": "companion"},
        {"identifier": "SB 22", "relation_type": "prior-session"},
    ]
    article = told(a_state_bill(sponsorships=people, related_bills=related))
    assert (fields(article, "Sponsor"), fields(article, "Cosponsors")) == (["Venn"], ["1"])
    assert fields(article, "Companion") == ["SB 21, identified by Open States"]
    assert steps(article) == []
