from dataclasses import replace

import pytest
from tests.issue.making import a_candidate, a_week, told

from watchdesk.issue import Candidate, Interests, SectionRule, WatchList, in_order, select
from watchdesk.issue.memory import story_key
from watchdesk.model import Link

ROADS = SectionRule(key="roads", title="Roads", words=(("road*", 1.0),), least=1.0)


def ordered(
    *candidates: Candidate, interests: Interests | None = None, first: bool = False
) -> tuple[Candidate, ...]:
    placed = select(candidates, [ROADS])["roads"]
    found = in_order(placed, a_week(first=first), interests or Interests())
    return tuple(one.candidate for one in found)


def titles(*candidates: Candidate, first: bool = False) -> list[str]:
    return [one.leading.title for one in ordered(*candidates, first=first)]


def a_story(title: str, *by: str, text: str = "A road.", language: str = "en") -> Candidate:
    outlets = by or ("tidings",)
    return a_candidate(
        *(told(text, title=title, by=one, day=19, language=language) for one in outlets),
        story_id=title,
    )


def test_stories_that_went_on_lately_stand_before_older_ones() -> None:
    old = a_candidate(told("Roads.", title="Old road", day=1))
    assert titles(old, a_story("New road")) == ["New road", "Old road"]


def test_a_first_issue_leaves_the_backlog_out_where_there_is_anything_fresh() -> None:
    old = a_candidate(told("Roads.", title="Old road", day=1))
    assert titles(old, a_story("New road"), first=True) == ["New road"]
    assert titles(old, first=True) == ["Old road"]


def test_of_two_stories_with_as_many_voices_the_readers_language_comes_first() -> None:
    theirs = a_story("Road road", language="hy", text="Roads roads.")
    assert titles(theirs, a_story("A new way")) == ["A new way", "Road road"]


def test_ten_copies_are_one_voice() -> None:
    copied = a_candidate(
        *(told("A road.", title="Copied road", by=f"paper{n}", day=19) for n in range(5)),
        copies_of=dict.fromkeys(range(1, 5), 0),
        story_id="copied",
    )
    assert titles(copied, a_story("Two roads", "a", "b")) == ["Two roads", "Copied road"]


def test_every_place_explains_itself() -> None:
    linked = a_story("Road letter", "a", "b")
    article = linked.articles[0]
    link = Link(url="https://court.example/letter.pdf?x=1", words="letter")
    linked = replace(
        linked, articles=(replace(article, links=(link,), language="fr"), *linked.articles[1:])
    )
    interests = Interests(watched=WatchList.of(("Road",)), ran={story_key(linked.story.id): 11})
    (found,) = ordered(linked, interests=interests)
    assert found.why == (
        "2 independent texts",
        "2 languages",
        "links to the document itself",
        "names Road, whom you watch",
        "went on since issue 11",
        "fits by road*",
    )


def test_what_ran_before_gives_way_to_what_is_new() -> None:
    old, new = a_story("Old road"), a_story("New road")
    interests = Interests(ran={story_key(old.story.id): 11})
    assert [one.leading.title for one in ordered(old, new, interests=interests)] == [
        "New road",
        "Old road",
    ]


def test_one_source_alone_does_not_fill_a_section() -> None:
    loud = [a_story(f"Road {n}", "tidings", text="Road road road.") for n in range(4)]
    found = ordered(*loud, a_story("A way", "gazette", text="The road."))
    assert [one.articles[0].source_id for one in found] == [
        "tidings",
        "tidings",
        "gazette",
        "tidings",
        "tidings",
    ]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Anna Oke spoke in Lower Mirin.", ("Anna Oke", "Lower Mirin")),
        ("anna oke’s letter", ("Anna Oke",)),
        ("Hannah Okelund", ()),
        ("Анна Оке сказала", ("Анна Оке",)),
        ("", ()),
    ],
)
def test_watched_names_are_found_as_whole_words(text: str, named: tuple[str, ...]) -> None:
    watched = WatchList.of(("Anna Oke", "Lower Mirin", "Анна Оке", " "))
    assert watched.named_in(text) == named


def test_a_long_list_is_looked_for_in_one_pass() -> None:
    names = [f"Person {n} Oke" for n in range(20_000)]
    assert WatchList.of(names).named_in("Person 19999 Oke and Person 7 Oke") == (
        "Person 7 Oke",
        "Person 19999 Oke",
    )
