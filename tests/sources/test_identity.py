from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.builders import at

from watchdesk.model import Lead
from watchdesk.sources import Earlier, changed, keys_of, same
from watchdesk.sources.addresses import address_key

HOME = "https://tidings.example"


def a_lead(
    url: str | None = f"{HOME}/a/1",
    *,
    entry_id: str = "tidings-1",
    title: str = "The quarry road is open",
    summary: str = "It was closed for three weeks.",
) -> Lead:
    return Lead(
        url=url,
        source_id="tidings",
        found_in="capture",
        entry_id=entry_id,
        title=title,
        summary=summary,
        published=at(16),
    )


def seen(lead: Lead) -> Earlier:
    return Earlier(keys=keys_of(lead), url=lead.url, title=lead.title, updated=lead.updated)


def distinct(*leads: Lead) -> int:
    """How many entries a desk takes these leads for."""
    known: list[Earlier] = []
    for lead in leads:
        if not any(same(lead, earlier) for earlier in known):
            known.append(seen(lead))
    return len(known)


@pytest.mark.parametrize(
    "other",
    [
        "https://tidings.example/a/1?utm_source=rss&utm_medium=feed",
        "http://www.tidings.example:80/a/1/#comments",
        "https://TIDINGS.example/a/1?fbclid=xyz&sessionid=9",
        "https://tidings.example/a/1;jsessionid=9A?sid=7919",
    ],
)
def test_one_address_in_other_spellings_is_one_entry(other: str) -> None:
    assert same(a_lead(other, entry_id="new", title="New words", summary=""), seen(a_lead()))


@pytest.mark.parametrize(
    "other",
    [f"{HOME}/a/2", f"{HOME}/a/1?page=2", "https://other.example/a/1", f"{HOME}:8443/a/1"],
)
def test_other_addresses_are_other_entries(other: str) -> None:
    assert not same(a_lead(other, entry_id="2", title="Ferry"), seen(a_lead()))


def test_new_ids_at_each_reading_are_no_new_entries() -> None:
    assert distinct(a_lead(entry_id="run-1-1"), a_lead(entry_id="run-2-1")) == 1


def test_new_links_at_each_reading_are_no_new_entries() -> None:
    first, second = (a_lead(f"{HOME}/a/1?visit={n}", summary=f"visit {n}") for n in (1, 2))
    assert distinct(first, second) == 1


def test_one_id_on_three_articles_is_three_and_one_article_under_three_ids_is_one() -> None:
    three = [a_lead(f"{HOME}/a/{n}", entry_id="same", title=f"Note {n}") for n in (1, 2, 3)]
    one = [a_lead(f"{HOME}/a/9", entry_id=f"g{n}", title="One article") for n in (1, 2, 3)]
    assert distinct(*three, *one) == 4


def test_the_same_words_under_a_new_id_and_a_new_address_are_the_same_entry() -> None:
    assert same(a_lead(f"{HOME}/moved/17", entry_id="new"), seen(a_lead()))


def test_another_day_or_another_summary_makes_another_entry() -> None:
    moved = a_lead(f"{HOME}/b", entry_id="b")
    assert not same(replace(moved, published=at(17)), seen(a_lead()))
    assert not same(replace(moved, summary="Another day, another text."), seen(a_lead()))


def test_a_changed_title_under_one_id_and_one_path_is_the_same_entry_changed() -> None:
    new = a_lead(title="The quarry road is closed")
    assert same(new, seen(a_lead()))
    assert changed(new, seen(a_lead()))


def test_entries_that_all_lead_to_the_front_page_are_told_apart_by_their_titles() -> None:
    leads = [a_lead(f"{HOME}/", entry_id=f"{n}", title=f"Alert {n}", summary="") for n in range(3)]
    assert distinct(*leads, *leads) == 3


def test_entries_without_address_are_known_by_their_id() -> None:
    assert same(a_lead(None), seen(a_lead(None)))
    assert not same(a_lead(None, title="Ferry", summary="x"), seen(a_lead(None)))


def test_case_and_blanks_are_no_change_and_a_later_update_is() -> None:
    known = seen(replace(a_lead(), updated=at(16)))
    assert not changed(replace(a_lead(title=" The  QUARRY road is open"), updated=at(16)), known)
    assert not changed(replace(a_lead(), updated=at(15)), known)
    assert changed(replace(a_lead(), updated=at(17)), known)
    assert not changed(a_lead(), known)
    assert changed(replace(a_lead(), updated=at(17)), seen(a_lead()))


def test_a_lead_of_few_words_is_not_known_by_them() -> None:
    assert keys_of(a_lead(title="News", summary="")).content_key == ""


def test_keys_that_are_at_hand_are_used() -> None:
    assert same(a_lead(), seen(a_lead()), keys=keys_of(a_lead()))


@given(some.text(max_size=80))
def test_every_text_has_one_form_and_that_form_is_its_own(text: str) -> None:
    key = address_key(f"https://tidings.example/{text}")
    assert address_key(f"https://{key}") == key or "//" in key


@given(some.text(max_size=40), some.text(max_size=40))
def test_a_lead_is_always_the_same_as_itself(title: str, entry_id: str) -> None:
    lead = a_lead(title=title, entry_id=entry_id)
    assert same(lead, seen(lead))
    assert not changed(lead, seen(lead))
