"""Which quotations stand for a story."""

from dataclasses import replace

from tests.issue.making import a_candidate, said, span_of, told

from watchdesk.issue.quotes import LONGEST, quotations
from watchdesk.model import Quoted, Span, Statement, Wording

BREAD = "Nobody should have to walk nine miles for bread"
AGAIN = "We will walk there again on the first day of December"
TEXT = f"“{BREAD},” said Mara Ilves, chair of the council. “{AGAIN},” said Ilia Brod."
PAIR = told(TEXT)
ILVES = said(PAIR[0], f"{BREAD},", speaker="Mara Ilves", role="chair of the council")
BROD = said(PAIR[0], f"{AGAIN},", speaker="Ilia Brod")
OWN = told(
    f"«{'Мы ещё раз пойдём туда первого декабря'}», сказала Мара Илвес.", by="x", language="ru"
)
RUSSIAN = said(OWN[0], "Мы ещё раз пойдём туда первого декабря", speaker="Мара Илвес")


def chosen(
    *statements: Statement, taken: tuple[str, ...] = (), most: int = 2
) -> tuple[Quoted, ...]:
    candidate = a_candidate(PAIR, statements=statements)
    spans = [(PAIR[0].id, span_of(PAIR[0], words)) for words in taken]
    return quotations(candidate, most=most, language="en", taken=spans)


def test_a_quotation_is_a_copied_span_without_the_comma_before_its_speaker() -> None:
    (quote,) = chosen(ILVES)
    assert (quote.text, quote.speaker, quote.role) == (BREAD, "Mara Ilves", "chair of the council")
    assert [piece.quote for piece in quote.evidence] == [BREAD]
    assert quote.statement_id == ILVES.id
    assert (quote.language, quote.by) == ("en", "")


def test_words_without_a_known_speaker_are_not_shown() -> None:
    assert chosen(said(PAIR[0], BREAD, source="chair of the council")) == ()


def test_indirect_words_are_not_shown_as_a_quotation() -> None:
    assert chosen(replace(ILVES, wording=Wording.MIXED)) == ()


def test_a_speaker_is_quoted_once_and_no_more_than_asked_for() -> None:
    second = said(PAIR[0], f"{AGAIN},", speaker="Mara Ilves")
    assert len(chosen(ILVES, second)) == 1
    assert len(chosen(ILVES, BROD)) == 2
    assert [quote.speaker for quote in chosen(ILVES, BROD, most=1)] == ["Mara Ilves"]


def test_short_long_and_broken_pieces_give_way_to_the_next_piece() -> None:
    pieces = ["Yes,", "a " * LONGEST, "One line of a poem that stands\nabove another", BREAD]
    pair = told("Mara Ilves: " + " ".join(f"“{piece}”" for piece in pieces))
    whole = said(pair[0], *pieces, speaker="Mara Ilves")
    none = said(pair[0], *pieces[:3], speaker="Mara Ilves")
    blank = replace(none, content=(Span(5, 6),))
    found = a_candidate(pair, statements=[none, blank, whole])
    assert [quote.text for quote in quotations(found, most=2, language="en", taken=())] == [BREAD]


def test_what_stands_in_a_sentence_above_is_not_quoted_again() -> None:
    assert chosen(ILVES, taken=(f"“{BREAD},” said Mara Ilves, chair of the council.",)) == ()
    assert chosen(ILVES, taken=("walk nine miles",)) == ()
    other = told(f"A woman said: “{BREAD}”.", by="courier")
    candidate = a_candidate(PAIR, other, statements=[ILVES])
    above = [(other[0].id, Span(0, len(other[0].text)))]
    assert quotations(candidate, most=2, language="en", taken=above) == ()


def test_a_copy_is_left_out_and_its_original_speaks() -> None:
    copy = told(TEXT, by="courier")
    copied = said(copy[0], f"{AGAIN},", speaker="Ilia Brod")
    candidate = a_candidate(PAIR, copy, statements=[ILVES, copied], copies_of={1: 0})
    found = quotations(candidate, most=2, language="en", taken=())
    assert [quote.speaker for quote in found] == ["Mara Ilves"]


def test_a_copy_whose_original_was_told_before_this_week_speaks() -> None:
    candidate = a_candidate(PAIR, statements=[ILVES])
    member = replace(candidate.story.members[0], origin="earlier")
    candidate = replace(candidate, story=replace(candidate.story, members=(member,)))
    assert len(quotations(candidate, most=2, language="en", taken=())) == 1


def test_another_language_is_quoted_only_where_there_is_nothing_else() -> None:
    both = a_candidate(OWN, PAIR, statements=[RUSSIAN, ILVES])
    found = quotations(both, most=2, language="en", taken=())
    assert [quote.language for quote in found] == ["en"]
    (quote,) = quotations(a_candidate(OWN, statements=[RUSSIAN]), most=2, language="en", taken=())
    assert (quote.language, quote.speaker) == ("ru", "Мара Илвес")


def test_the_headlines_article_speaks_first_and_the_same_words_once() -> None:
    other = told(f"“{BREAD},” said Edda Poliant.", by="courier")
    same = said(other[0], f"{BREAD},", speaker="Edda Poliant")
    candidate = replace(a_candidate(other, PAIR, statements=[same, ILVES]), headline=PAIR[0].id)
    found = quotations(candidate, most=2, language="en", taken=())
    assert [quote.speaker for quote in found] == ["Mara Ilves"]
