import pytest
from tests.builders import a_quote, an_article, an_issue, an_item

from watchdesk.issue import editing, quoted_span
from watchdesk.model import Certainty, Section, Span, Speaker, Statement, UsageError, Wording

TEXT = "The road is open. It was shut for a year. “We are glad to walk it,” said Mara Ilves."
ARTICLE = an_article(TEXT)
ITEM = an_item(ARTICLE, lines=("The road is open.", "It was shut for a year."))


def test_a_changed_line_is_signed_and_keeps_all_evidence_and_the_rest_stays_the_archives() -> None:
    words = ("The road is open.", "It was shut  for two years.")
    item = editing.with_words(ITEM, ITEM.headline.text, words, by="Ada", language="en")
    assert (item.lines[1].text, item.lines[1].by) == ("It was shut for two years.", "Ada")
    assert set(item.lines[1].evidence) == set(ITEM.evidence)
    assert item.lines[0] == ITEM.lines[0]
    same = [line.text for line in ITEM.lines]
    assert editing.with_words(ITEM, ITEM.headline.text, same, by="Ada", language="en") == ITEM


def test_all_words_at_once_change_only_what_differs() -> None:
    words = ["It was shut for a year.", "", "New."]
    item = editing.with_words(ITEM, ITEM.headline.text, words, by="Ada", language="en")
    assert [(line.text, line.by) for line in item.lines] == [
        ("It was shut for a year.", ""),
        ("New.", "Ada"),
    ]
    assert item.headline == ITEM.headline


def test_a_headline_without_words_and_a_part_that_is_not_there_are_refused() -> None:
    with pytest.raises(UsageError):
        editing.with_headline(ITEM, "  ", by="Ada", language="en")
    quoted = editing.with_quotation(ITEM, a_quote(ARTICLE, "The road is open"))
    for number in (1, -1):
        with pytest.raises(UsageError):
            editing.without_quotation(quoted, number)


def test_lines_change_places() -> None:
    head, (first, second) = ITEM.headline.text, (line.text for line in ITEM.lines)
    moved = editing.with_words(ITEM, head, (second, first), by="Ada", language="en")
    assert moved.lines == ITEM.lines[::-1]
    left = editing.with_words(moved, head, (first,), by="Ada", language="en")
    assert left.lines == ITEM.lines[:1]


def test_a_version_follows_the_words_and_nothing_else() -> None:
    words = editing.with_headline(ITEM, "Other", by="Ada", language="en")
    assert editing.version_of(words) != editing.version_of(ITEM)
    moved = editing.with_placed(an_issue(Section(key="a", title="A", items=(ITEM,))), ITEM, "a", 0)
    assert editing.version_of(moved.items[0]) == editing.version_of(ITEM)


def test_a_chosen_quotation_is_without_marks_and_has_the_speaker_that_was_read() -> None:
    start, end = TEXT.index("“"), TEXT.index("”") + 1
    name = TEXT.index("Mara")
    said = Statement(
        id="s1",
        article_id=ARTICLE.id,
        wording=Wording.DIRECT,
        content=(Span(start + 1, end - 2),),
        speaker=Speaker(name="Mara Ilves", name_span=Span(name, name + 10)),
        certainty=Certainty.PRINTED,
    )
    quote = quoted_span(ARTICLE, Span(start, end), (said,))
    assert (quote.text, quote.speaker) == ("We are glad to walk it", "Mara Ilves")
    assert quoted_span(ARTICLE, Span(0, 16), (said,)).speaker is None
    with pytest.raises(UsageError, match="needs words"):
        quoted_span(ARTICLE, Span(start, start + 1), ())


def test_the_same_words_are_not_quoted_twice_and_a_join_loses_none() -> None:
    quote = a_quote(ARTICLE, "The road is open")
    other = editing.with_quotation(an_item(ARTICLE), quote)
    assert editing.joined(ITEM, other).quotes == (quote,)
    assert editing.joined(editing.joined(ITEM, other), other).quotes == (quote,)


def test_an_item_goes_to_its_place_and_an_emptied_section_says_so() -> None:
    issue = an_issue(Section(key="a", title="A", items=(ITEM,)), Section(key="b", title="B"))
    moved = editing.with_placed(issue, ITEM, "b", 99)
    assert [len(section.items) for section in moved.sections] == [0, 1]
    assert moved.sections[0].empty_because == editing.TAKEN_OUT
    with pytest.raises(UsageError, match="no section 'c'"):
        editing.with_placed(issue, ITEM, "c", None)
