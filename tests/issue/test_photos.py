"""Which pictures stand alone, and with which story a picture stands."""

from dataclasses import replace

from tests.issue.making import a_candidate, a_photo, a_week, told

from watchdesk.issue import SectionRule, draft
from watchdesk.model import Photograph

NEWS = SectionRule(key="news", title="News")
AID = SectionRule(key="aid", title="Aid")
BRIEFS = SectionRule(key="briefs", title="In brief", kind="briefs")
PHOTOS = SectionRule(key="photos", title="Photos", kind="photos", most=2)

TEXT = "The council opened the road to the quarry after nine months of repairs."


def test_a_photo_section_takes_pictures_that_stand_nowhere_else_first() -> None:
    pair, other = told(TEXT), told(TEXT, by="courier", language="fr")
    with_two = replace(
        a_candidate(pair, photo=a_photo("church", article=pair[0])),
        pictures=(a_photo("wall", article=pair[0]), a_photo("door", credit=" ")),
    )
    brief = a_candidate(other, photo=a_photo("flood", article=other[0]), story_id="b")
    untitled = a_candidate(told(TEXT, title=""), photo=a_photo("road"), story_id="u")
    placed = {"news": [with_two], "briefs": [brief, untitled]}
    rules = [NEWS, BRIEFS, replace(PHOTOS, most=3)]
    issue = draft(a_week(), placed, rules)
    photos = issue.sections[2].items
    assert [item.photo and item.photo.caption for item in photos] == [
        "The wall this week.", "The flood this week.", "The church this week.",
    ]  # fmt: skip
    assert photos[0].detail == Photograph(outlet="Tidings")
    assert photos[1].detail == Photograph(outlet="Velmor Courier")
    assert issue.items[0].photo == with_two.photo


def test_each_picture_stands_in_one_photo_section_and_once() -> None:
    pairs = [told(TEXT, by=by) for by in ("one", "two", "tidings")]
    same = [
        a_candidate(pair, photo=a_photo("church", article=pair[0]), story_id=pair[0].id)
        for pair in pairs
    ]
    russian = told(TEXT, by="x", language="ru")
    first = a_candidate(russian, photo=a_photo("church", article=russian[0]), story_id="r")
    rules = [BRIEFS, PHOTOS, replace(PHOTOS, key="more")]
    issue = draft(a_week(), {"briefs": [first, *same]}, rules)
    assert [len(section.items) for section in issue.sections] == [4, 1, 0]
    assert issue.sections[1].items[0].links[0].words == "one"
    assert "caption and a credit" in issue.sections[2].empty_because


def test_a_picture_stands_with_the_first_of_the_stories_that_print_it() -> None:
    two = [a_candidate(told(TEXT, by=by), photo=a_photo("church")) for by in ("one", "two")]
    placed = {"news": two[:1], "aid": two[1:]}
    first, second = draft(a_week(), placed, [NEWS, AID]).items
    assert (first.photo, second.photo) == (two[0].photo, None)


def test_a_picture_of_a_mail_has_no_link() -> None:
    pair = told(TEXT)
    mail = pair[0], replace(pair[1], url="file:///desk/mail.eml")
    issue = draft(a_week(), {"news": [a_candidate(mail, photo=a_photo("church"))]}, [NEWS, PHOTOS])
    assert issue.sections[1].items[0].links == ()
