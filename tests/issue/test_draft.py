"""The issue as a draft: what stands in it, and what a person's hand keeps."""

from dataclasses import replace

import pytest
from tests.builders import an_article, at
from tests.issue.making import (
    a_candidate,
    a_day,
    a_document,
    a_week,
    dated,
    said,
    told,
)

from watchdesk.issue import (
    Candidate,
    House,
    SectionRule,
    Week,
    draft,
    headline_of,
)
from watchdesk.model import Brief, Image, Issue, LinkKind, Opinion, Part, Span, Told
from watchdesk.text.cited import cite, text_of

NEWS = SectionRule(key="news", title="News")
VIEWS = SectionRule(key="views", title="Opinion", kind="opinion")
BRIEFS = SectionRule(key="briefs", title="In brief", kind="briefs")

TEXT = (
    "The council opened the road to the quarry after nine months of repairs. "
    "A second bridge stays closed until spring.\n\n"
    "“Nobody should have to walk nine miles for bread,” said Mara Ilves, chair of the council."
)
FIRST = "The council opened the road to the quarry after nine months of repairs."
SECOND = "A second bridge stays closed until spring."
QUOTE = "Nobody should have to walk nine miles for bread,"
DEAD = "The Ministry of Works counted 4 dead. The Relief Office counted 6 people dead."


def a_story() -> Candidate:
    pair = told(TEXT)
    held = said(pair[0], QUOTE, speaker="Mara Ilves", role="chair of the council")
    return a_candidate(pair, sentences=[(0, FIRST), (0, SECOND)], statements=[held])


def of(
    *candidates: Candidate,
    week: Week | None = None,
    rule: SectionRule = NEWS,
    kept: Issue | None = None,
) -> Issue:
    """The issue with one section that these candidates were placed in."""
    return draft(week or a_week(), {rule.key: candidates}, [rule], kept=kept)


def test_a_story_is_made_of_copied_spans_that_read_back_from_their_article() -> None:
    candidate = a_story()
    issue = of(candidate)
    (item,) = issue.items
    assert item.headline.text == "Quarry road opens"
    assert [line.text for line in item.lines] == [FIRST, SECOND]
    assert [quote.text for quote in item.quotes] == [QUOTE[:-1]]
    assert [link.words for link in item.links] == ["Tidings"]
    for piece in item.evidence:
        assert piece.span is not None
        assert piece.span.of(text_of(candidate.article(piece.article_id or ""), piece.part)) == (
            piece.quote
        )


def test_two_drafts_of_the_same_week_are_the_same() -> None:
    assert of(a_story()) == of(a_story())
    assert of(a_story(), kept=of(a_story())) == of(a_story())


def test_the_house_bounds_sentences_quotations_and_items() -> None:
    week = a_week(house=House(sentences=1, quotations=0))
    (item,) = of(a_story(), week=week).items
    assert (len(item.lines), item.quotes) == (1, ())
    two = [a_candidate(told(TEXT, by=by)) for by in ("one", "two")]
    assert len(of(*two, rule=replace(NEWS, most=1)).items) == 1


def test_a_sentence_that_repeats_the_headline_or_another_is_left_out() -> None:
    pair = told(f"Quarry road opens. {FIRST} {FIRST} It opens.", title="Quarry road opens")
    again = len(pair[0].text) - len(f"{FIRST} It opens.")
    candidate = a_candidate(pair, sentences=[(0, "Quarry road opens."), (0, FIRST)])
    second = (pair[0].id, Span(again, again + len(FIRST)))
    candidate = replace(candidate, sentences=(*candidate.sentences, second))
    (item,) = of(candidate).items
    assert [line.text for line in item.lines] == [FIRST]
    only = a_candidate(pair, sentences=[(0, "Quarry road opens.")])
    assert of(only).items[0].lines == ()


def test_a_story_counts_origins_and_copies_and_names_who_was_first() -> None:
    late, early = told(TEXT, day=17), told(TEXT, by="courier", day=16)
    copy = told(TEXT, by="gazette", day=18)
    (item,) = of(a_candidate(late, early, copy, copies_of={2: 0})).items
    assert item.detail == Told(origins=2, first_source="Velmor Courier", first_at=at(16), copies=1)


def test_a_date_without_an_hour_does_not_win_by_midnight() -> None:
    day_only = dated(told(TEXT, day=16), a_day(16))
    moment = told(TEXT, by="courier", day=16)
    doubtful = dated(told(TEXT, by="gazette", day=17), a_day(3, doubtful=True))
    (item,) = of(a_candidate(day_only, moment, doubtful)).items
    assert isinstance(item.detail, Told)
    assert item.detail.first_source == "Velmor Courier"
    (item,) = of(a_candidate(doubtful)).items
    assert isinstance(item.detail, Told)
    assert item.detail.first_at == at(17, 14)


def test_documents_stand_first_then_one_article_of_each_outlet() -> None:
    pairs = [told(TEXT, by=by, day=day) for by, day in (("tidings", 16), ("tidings", 17))]
    candidate = a_candidate(
        *pairs,
        told(TEXT, by="courier"),
        documents=[
            a_document(words="Letter to the minister"),
            a_document(words="Letter to the minister"),
            a_document("https://court.example/bill.pdf"),
            a_document("file:///desk/note.pdf"),
        ],
    )
    (item,) = of(candidate).items
    assert [(link.kind, link.words, link.language) for link in item.links] == [
        (LinkKind.DOCUMENT, "Letter to the minister", "fr"),
        (LinkKind.DOCUMENT, "", None),
        (LinkKind.MORE, "Tidings", "en"),
        (LinkKind.MORE, "Velmor Courier", "en"),
    ]
    week = a_week(house=House(links=2))
    assert [link.words for link in of(candidate, week=week).items[0].links] == [
        "Letter to the minister", "Tidings",
    ]  # fmt: skip


def test_what_is_not_on_the_web_has_no_link() -> None:
    pair = told(TEXT)
    mail = pair[0], replace(pair[1], url="file:///desk/folder/mail.eml")
    assert of(a_candidate(mail)).items[0].links == ()


def test_headline_and_sentences_are_in_the_language_of_the_issue_where_any_article_is() -> None:
    russian = told("Дорога открыта. Мост закрыт до весны.", title="Дорога открыта", language="ru")
    english = told(TEXT, by="courier")
    chosen = [(0, "Мост закрыт до весны."), (1, FIRST)]
    (item,) = of(a_candidate(russian, english, sentences=chosen)).items
    assert [line.language for line in (item.headline, *item.lines)] == ["en", "en"]


def test_a_story_in_another_language_alone_says_so_in_each_line() -> None:
    russian = told("Дорога открыта. Мост закрыт до весны.", title="Дорога открыта", language="ru")
    french = told("Le pont reste fermé.", title="Le pont", by="gazette", language="fr")
    chosen = [(0, "Мост закрыт до весны."), (1, "Le pont reste fermé.")]
    (item,) = of(a_candidate(russian, french, sentences=chosen)).items
    assert [line.language for line in (item.headline, *item.lines)] == ["ru", "ru"]


def test_a_view_does_not_speak_for_a_story_that_others_report() -> None:
    view = told(
        "The council has failed us all once more. “It is a shame that nobody ever asks,” "
        "said Edda Poliant.", title="A shame", path="opinion/a", authors=["Ada Brel"],
    )  # fmt: skip
    report = told(TEXT, by="courier")
    held = said(view[0], "It is a shame that nobody ever asks,", speaker="Edda Poliant")
    candidate = a_candidate(
        view,
        report,
        sentences=[(0, "The council has failed us all once more."), (1, FIRST)],
        statements=[held],
    )
    (item,) = of(candidate).items
    assert (item.headline.text, item.quotes) == ("Quarry road opens", ())
    assert [line.text for line in item.lines] == [FIRST]


def test_an_article_without_a_title_is_known_by_how_it_begins() -> None:
    letter = told("  \nDear minister,\nwe ask for a list.", title=" ")
    headline = headline_of(letter[0])
    assert headline.text == "Dear minister,"
    assert headline.evidence[0].part is Part.TEXT
    long = headline_of(an_article("word " * 60, title=""))
    assert long.text == ("word " * 24).strip()
    assert headline_of(an_article("w" * 200, title="")).text == "w" * 119
    with pytest.raises(ValueError, match="no words"):
        headline_of(an_article(" ", title=" "))


@pytest.mark.parametrize("rule", [NEWS, VIEWS, BRIEFS])
def test_an_article_without_any_words_makes_no_item(rule: SectionRule) -> None:
    empty = a_candidate(told(" ", title="", authors=["Ada Brel"]))
    issue = of(empty, rule=rule)
    assert issue.items == ()
    assert issue.sections[0].empty_because == "Nothing of what was read this week fits here."


def test_evidence_carries_some_words_around_and_may_be_a_caption() -> None:
    article = replace(
        an_article(TEXT), image=Image(url="https://a.example/x.jpg", caption="A road")
    )
    start = TEXT.index("second")
    piece = cite(article, Span(start, start + 6))
    assert piece.before.endswith("months of repairs. A")
    assert piece.after.startswith("bridge stays")
    assert cite(article, Span(2, 6), part=Part.CAPTION).quote == "road"
    assert text_of(an_article(), Part.CAPTION) == ""


def test_an_opinion_has_its_byline_and_one_sentence() -> None:
    pair = told(TEXT, authors=["Ada Brel", "Jo Lind"])
    candidate = a_candidate(pair, sentences=[(0, FIRST), (0, SECOND)])
    (item,) = of(candidate, rule=VIEWS).items
    assert item.detail == Opinion(authors=("Ada Brel", "Jo Lind"), outlet="Tidings")
    assert [line.text for line in item.lines] == [FIRST]
    assert len(item.links) == 1


def test_an_opinion_without_a_byline_is_a_headline_and_a_link() -> None:
    (item,) = of(a_candidate(told(TEXT), sentences=[(0, FIRST)]), rule=VIEWS).items
    assert (item.detail, item.lines) == (Brief(outlet="Tidings"), ())


def test_a_brief_is_a_headline_and_the_link_to_its_article() -> None:
    candidate = replace(a_story(), documents=(a_document(),))
    (item,) = of(candidate, rule=BRIEFS).items
    assert (item.detail, item.lines, item.quotes) == (Brief(outlet="Tidings"), (), ())
    assert [link.kind for link in item.links] == [LinkKind.MORE]


def test_rival_figures_follow_their_story() -> None:
    issue = of(a_candidate(told(DEAD)))
    assert [type(item.detail).__name__ for item in issue.items] == ["Told", "RivalFigures"]
    assert issue.items[0].story_id == issue.items[1].story_id


def test_an_issue_says_what_was_read_and_from_when_to_when() -> None:
    week = a_week()
    issue = of(a_story(), week=week)
    assert (issue.number, issue.title, issue.coverage) == (12, week.title, week.coverage)
    assert (issue.since, issue.until, issue.dated) == (week.since, week.until, week.dated)
    assert week.outlet(an_article(source_id="unknown")) == "unknown"
    assert week.outlet(an_article(source_id=None)) == ""
