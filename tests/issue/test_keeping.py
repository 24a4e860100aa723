"""What a person's hand keeps when the week is drafted again."""

from dataclasses import replace

from tests.issue.making import a_candidate, a_photo, a_week, told

from watchdesk.issue import Candidate, SectionRule, draft, from_markdown, to_markdown
from watchdesk.model import Issue

NEWS = SectionRule(key="news", title="News")
AID = SectionRule(key="aid", title="Aid")
VIEWS = SectionRule(key="views", title="Opinion", kind="opinion")
PHOTOS = SectionRule(key="photos", title="Photos", kind="photos", most=2)

TEXT = "The council opened the road to the quarry after nine months of repairs."
DEAD = "The Ministry of Works counted 4 dead. The Relief Office counted 6 people dead."


def test_what_a_person_took_out_does_not_come_back_and_the_section_says_why() -> None:
    pair = told(TEXT)
    candidate = a_candidate(pair, photo=a_photo("church"))
    before = draft(a_week(), {"news": [candidate]}, [NEWS, PHOTOS])
    week = a_week(refused=[item.id for item in before.items])
    after = draft(week, {"news": [candidate]}, [NEWS, PHOTOS], kept=before)
    assert after.items == ()
    assert {section.empty_because for section in after.sections} == {
        "An editor took the items out."
    }


def _stories(*numbers: int) -> list[Candidate]:
    return [
        a_candidate(
            told(TEXT, title=f"Story number {number}", by=f"p{number}"), story_id=f"s{number}"
        )
        for number in numbers
    ]


def _headlines(issue: Issue) -> list[list[str]]:
    return [[item.headline.text[-1] for item in section.items] for section in issue.sections]


def test_an_edited_item_stays_word_for_word_in_its_section_and_order() -> None:
    before = draft(a_week(), {"news": _stories(1, 2, 3)}, [NEWS, AID])
    text = to_markdown(before).replace("Story number 2", "Our own words 9")
    edited = from_markdown(text, before, by="Ada").issue
    again = draft(a_week(), {"news": _stories(4, 3, 2, 1), "aid": []}, [NEWS, AID], kept=edited)
    assert _headlines(again) == [["1", "9", "3", "4"], []]
    assert again.items[1] == edited.items[1]
    gone = draft(a_week(), {"aid": _stories(2)}, [NEWS, AID], kept=edited)
    assert _headlines(gone) == [["9"], []]


def test_a_moved_story_keeps_its_new_section_and_takes_its_figures_along() -> None:
    candidate = a_candidate(told(DEAD), story_id="dead")
    before = draft(a_week(), {"news": [candidate], "aid": _stories(1)}, [NEWS, AID])
    story, figures, _ = before.items
    sections = (
        replace(before.sections[0], items=()),
        replace(
            before.sections[1],
            items=(replace(story, edited_by="Ada"), *before.sections[1].items),
        ),
    )
    kept = replace(before, sections=sections)
    again = draft(a_week(), {"news": [candidate], "aid": _stories(1)}, [NEWS, AID], kept=kept)
    assert [item.id for item in again.sections[1].items] == [
        story.id, figures.id, before.items[2].id,
    ]  # fmt: skip
    assert again.sections[0].empty_because == "An editor took the items out."


def test_an_edited_figure_leaves_its_story_to_be_drafted() -> None:
    candidate = a_candidate(told(DEAD), story_id="dead")
    before = draft(a_week(), {"news": [candidate]}, [NEWS])
    signed = tuple(
        replace(item, edited_by="Ada" if place else "") for place, item in enumerate(before.items)
    )
    kept = replace(before, sections=(replace(before.sections[0], items=signed),))
    assert draft(a_week(), {"news": [candidate]}, [NEWS], kept=kept).items == signed


def test_titles_and_order_of_sections_stay_while_a_draft_is_open() -> None:
    before = draft(a_week(), {}, [NEWS, AID])
    kept = replace(
        before, sections=(before.sections[1], replace(before.sections[0], title="This week"))
    )
    again = draft(a_week(), {"views": []}, [VIEWS, NEWS, AID], kept=kept)
    assert [section.title for section in again.sections] == ["Aid", "This week", "Opinion"]


def test_a_section_that_left_the_desk_stays_while_it_holds_what_a_person_edited() -> None:
    before = draft(a_week(), {"news": _stories(1), "aid": _stories(2)}, [NEWS, AID])
    text = to_markdown(before).replace("Story number 1", "Our own words 9")
    kept = from_markdown(text, before, by="Ada").issue
    assert _headlines(draft(a_week(), {"aid": _stories(2)}, [AID], kept=kept)) == [["9"], ["2"]]
    assert _headlines(draft(a_week(), {"news": _stories(1)}, [NEWS], kept=kept)) == [["9"]]
