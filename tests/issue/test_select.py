"""Which story goes where, by words in several languages."""

from dataclasses import replace

import pytest
from tests.builders import an_article
from tests.issue.making import a_candidate, told

from watchdesk.issue import SectionRule, is_opinion, select

QUARRY = SectionRule(
    key="heritage",
    title="Heritage",
    words=(
        ("church*", 1.5),
        ("stone wall", 2.0),
        ("carrière*", 2.0),
        ("maison d’arrêt", 2.0),
        ("церк*", 2.0),
        ("под страж*", 2.0),
        ("եկեղեց*", 2.0),
        ("football", -5.0),
        ("*", 9.0),
    ),
    sources=("diocese",),
    subjects=("Monuments",),
)
ROADS = SectionRule(key="roads", title="Roads", words=(("road*", 2.0),))
VIEWS = SectionRule(key="views", title="Opinion", kind="opinion")
BRIEFS = SectionRule(key="briefs", title="In brief", kind="briefs")
PHOTOS = SectionRule(key="photos", title="Photos", kind="photos", words=(("road*", 9.0),))


@pytest.mark.parametrize(
    ("title", "text", "language", "why"),
    [
        ("Churches close", "Nothing else.", "en", ("church*",)),
        ("The rest", "A stone\nwall of the CHURCH fell.", "en", ("church*", "stone wall")),
        ("Les carrières", "Rien.", "fr", ("carrière*",)),
        ("Une visite", "À la maison d'arrêt de Tesmir, rien.", "fr", ("maison d’arrêt",)),
        ("О церкви", "Пусто.", "ru", ("церк*",)),
        ("Под стражей двое", "Пусто.", "ru", ("под страж*",)),
        ("Եկեղեցու պատը", "Ոչինչ։", "hy", ("եկեղեց*",)),
        ("Որտե՞ղ է եկեղեցի՞ն", "Ոչինչ։", "hy", ("եկեղեց*",)),
    ],
)
def test_words_are_found_in_any_language_and_say_why(
    title: str, text: str, language: str, why: tuple[str, ...]
) -> None:
    candidate = a_candidate(told(text, title=title, language=language))
    placed = select([candidate], [QUARRY])["heritage"]
    assert [each.why for each in placed] == [why]
    assert placed[0].candidate is candidate


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The archchurch", "A stonewall was built of stone; a wall followed."),
        ("Church football", "A game."),
        ("Nothing", "Long. " * 200 + "A church and a stone wall."),
    ],
)
def test_parts_of_words_unwanted_words_and_late_words_place_nothing(title: str, text: str) -> None:
    assert select([a_candidate(told(text, title=title))], [QUARRY])["heritage"] == ()


def test_sources_and_subjects_add_their_weight_and_say_so() -> None:
    pair = told("Nothing else.", title="Notice", by="diocese", categories=["monuments"])
    placed = select([a_candidate(pair)], [QUARRY])["heritage"][0]
    assert (placed.score, placed.why) == (4.0, ("diocese", "Monuments"))


def test_words_are_found_in_the_categories_of_an_outlet_too() -> None:
    pair = told("Nothing.", title="A view", authors=["Ada Brel"], categories=["Opinion"])
    views = replace(VIEWS, words=(("Opinion", 3.0),))
    assert select([a_candidate(pair)], [views])["views"][0].why == ("Opinion",)


def test_a_story_goes_where_its_score_is_highest_and_ties_to_the_first() -> None:
    candidate = a_candidate(told("By the stone wall.", title="A road"))
    assert [key for key, found in select([candidate], [QUARRY, ROADS]).items() if found] == [
        "roads"
    ]
    same = replace(ROADS, key="again")
    assert select([candidate], [same, ROADS])["roads"] == ()
    assert select([candidate], [PHOTOS]) == {"photos": ()}


def test_copies_do_not_shout_and_other_languages_do_not_dilute() -> None:
    church = told("The church stands.", title="A notice")
    others = [told("Une route.", title=f"Avis {n}", by=f"p{n}", language="fr") for n in range(3)]
    scored = select([a_candidate(church, *others)], [replace(QUARRY, least=1.0)])["heritage"]
    assert scored[0].score == 1.5
    plain = told("Nothing.", title="Another notice", by="q")
    assert select([a_candidate(church, plain)], [replace(QUARRY, least=1.0)])["heritage"] == ()


def test_the_biggest_story_stands_first_then_the_one_that_fits_best() -> None:
    small = a_candidate(told("Roads.", title="Nothing"), story_id="a")
    fitting = a_candidate(told("Roads.", title="The road"), story_id="b")
    big = a_candidate(
        told("Roads.", title="News"), told("Road.", title="News", by="x"), story_id="c"
    )
    placed = select([small, fitting, big], [replace(ROADS, least=1.0)])["roads"]
    assert [each.candidate.story.id for each in placed] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("url", "category", "opinion"),
    [
        ("https://a.example/opinion/x", "", True),
        ("https://a.example/mnenie?id=3", "", True),
        ("https://a.example/op-ed", "", True),
        ("https://a.example/news/x", "Tribunes", True),
        ("https://a.example/news/x", " Կարծիք ", True),
        ("https://a.example/opinion-poll-shows-a-rise", "", False),
        ("https://a.example/opinions-differ/x", "", False),
        ("https://a.example/news/x", "Sport", False),
    ],
)
def test_an_opinion_is_known_by_its_address_or_category(
    url: str, category: str, *, opinion: bool
) -> None:
    article = replace(an_article(url=url), categories=(category,))
    assert is_opinion(article) is opinion


def test_an_opinion_goes_to_its_section_only_with_a_byline() -> None:
    rules = [QUARRY, VIEWS, BRIEFS]
    signed = a_candidate(told("The church.", authors=["Ada Brel"], path="opinion/a"))
    assert len(select([signed], rules)["views"]) == 1
    unsigned = a_candidate(told("The church.", path="opinion/a"))
    found = select([unsigned], rules)
    assert (len(found["views"]), len(found["briefs"]), len(found["heritage"])) == (0, 1, 0)
    assert select([unsigned], [QUARRY, VIEWS]) == {"heritage": (), "views": ()}


def test_an_opinion_section_with_words_takes_what_fits_and_the_rest_is_brief() -> None:
    signed = a_candidate(told("The road.", authors=["Ada Brel"], path="opinion/a"))
    rules = [replace(VIEWS, words=(("church", 2.0),)), BRIEFS]
    assert len(select([signed], rules)["briefs"]) == 1


def test_a_column_about_an_event_leaves_the_event_a_story() -> None:
    view = told("The church.", title="A church", authors=["Ada Brel"], path="opinion/a")
    candidate = a_candidate(view, told("The church fell.", title="Church falls", by="courier"))
    assert len(select([candidate], [QUARRY, VIEWS])["heritage"]) == 1


def test_what_fits_nowhere_is_a_brief_with_no_reason() -> None:
    placed = select([a_candidate(told("Nothing.", title="Nothing"))], [QUARRY, BRIEFS])["briefs"]
    assert (placed[0].score, placed[0].why) == (0.0, ())
