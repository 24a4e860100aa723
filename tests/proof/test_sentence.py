"""What the gate stops in one sentence, and what it lets through."""

from datetime import UTC, datetime

import pytest

from watchdesk.model import Finding, Level, Span
from watchdesk.proof import Cited, check_sentence

PUBLISHED = datetime(2026, 11, 20, 9, tzinfo=UTC)
ARTICLE = (
    "Velmor approves quarry inquiry\n\n"
    "The town council of Velmor voted on Tuesday to open an inquiry into the quarry at St Oren, "
    "where more than 1,200 tonnes of stone were taken since March 2024. "
    "Mayor Mara Ilves said the works had not been licensed. "
    "“We will not sign a paper that nobody has read, but we will talk,” Ilves said.\n\n"
    "Joren Pell, who owns the quarry, claimed that 45 percent of the stone had been paid for. "
    "He may appeal to the court in Tesmir, his lawyer told Radio Tesmir."
)
FIRST = ARTICLE.index("The town"), ARTICLE.index("\n\nJoren")
SECOND = ARTICLE.index("Joren"), len(ARTICLE)


def checked(draft: str, place: tuple[int, int] | None = None) -> tuple[Finding, ...]:
    span = Span(*place) if place else None
    cited = Cited(text=ARTICLE, span=span, published=PUBLISHED, language="en")
    return check_sentence(draft, (cited,), language="en")


def stops(findings: tuple[Finding, ...]) -> set[str]:
    return {one.rule for one in findings if one.level is Level.BLOCK}


@pytest.mark.parametrize(
    "draft",
    [
        "Mayor Mara Ilves said the works had not been licensed.",
        "The works had not been licensed, Ilves said.",
        "Ilves says the works had not been licensed.",
        'Ilves said: "We will not sign a paper that nobody has read, but we will talk."',
        "«We will not sign a paper … but we will talk», Ilves said.",
        "“We will not sign a paper [...] but we will talk,” the mayor said.",
        "“[W]e will talk,” said Mayor Ilves.",
        "The council voted on 17 November to open an inquiry into the quarry at St Oren.",
        "More than 1200 tonnes of stone were taken since March 2024.",
        "About 1,250 tonnes of stone were taken from St Oren.",
        "VELMOR’S COUNCIL VOTED TO OPEN AN INQUIRY INTO THE QUARRY.",
        "Velmor council voted for a quarry inquiry this week.",
    ],
)
def test_a_true_sentence_passes(draft: str) -> None:
    assert stops(checked(draft, FIRST)) == set()


@pytest.mark.parametrize(
    ("draft", "rule", "words"),
    [
        ("More than 1,300 tonnes of stone were taken since March 2024.", "V4", "1,300"),
        ("Less than 1,200 tonnes of stone were taken since March 2024.", "V4", "1,200"),
        ("About 1,400 tonnes of stone were taken since March 2024.", "V4", "1,400"),
        ("The town council of Velmor voted on Friday to open an inquiry.", "V5", "Friday"),
        ("More than 1,200 tonnes of stone were taken since March 2023.", "V5", "March 2023"),
        ("Mayor Joren Pell said the works had not been licensed.", "V6", "Joren"),
        ("Mayor Lida Sarn said the works had not been licensed.", "V6", "Lida"),
        ("Mayor Mara Ilves confirmed the works had not been licensed.", "V8", "confirmed"),
        ("Mayor Mara Ilves said the works had been licensed.", "V9", "had been"),
        ("“We will not sign a paper that nobody has seen,” Ilves said.", "V2", "We will"),
        ("“We will sign a paper that nobody has read,” Ilves said.", "V2", "We will"),
        ("“We will talk, but we will not sign a paper,” Ilves said.", "V2", "We will"),
        ("“We will not sign a paper [of Pell] that nobody has read,” she said.", "", ""),
    ],
)
def test_a_false_sentence_is_stopped_at_its_place(draft: str, rule: str, words: str) -> None:
    found = [one for one in checked(draft, FIRST) if one.level is Level.BLOCK]
    assert {one.rule for one in found} == ({rule} if rule else set())
    for one in found:
        assert one.span is not None
        assert words in one.span.of(draft)
        assert one.message.endswith(".")


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("Three Karvenia officers met Ostran miners at the quarry.", "Karvenia"),
        ("Three Karvenian officers met Ostrans miners at the quarry.", "Ostrans"),
        ("Three American officers met Ostran miners at the quarry.", "American"),
        ("Three Karvenian officers met Ostran miners at the quarry.", ""),
        ("Three of Karvenia’s officers met Ostran miners at the quarry.", ""),
    ],
)
def test_in_a_copy_a_name_keeps_its_form(draft: str, words: str) -> None:
    text = "Three Karvenian officers met Ostran miners at the quarry. The US said nothing."
    found = check_sentence(draft, (Cited(text=text, language="en"),))
    places = [one.span.of(draft) for one in found if one.level is Level.BLOCK and one.span]
    assert places == ([words] if words else [])


@pytest.mark.parametrize(
    ("draft", "stopped"),
    [
        ("Velmor Council Opens Lida Sarn Quarry Inquiry", True),
        ("Velmor Council Opens Harrow Quarry Inquiry", True),
        ("Velmor Council Criticizes Long Quarry Inquiry", False),
    ],
)
def test_a_name_is_known_in_a_headline(draft: str, stopped: bool) -> None:
    text = "Velmor Council Opens Long Quarry Inquiry\n\nThe mayor of Harrow saw the gate."
    cited = Cited(text=text, span=Span(0, text.index("\n")), language="en")
    assert ("V6" in stops(check_sentence(draft, (cited,)))) is stopped


def test_a_percentage_is_found_in_words_and_in_signs() -> None:
    assert stops(checked("Pell claimed that 45% of the stone had been paid for.", SECOND)) == set()
    assert stops(checked("Pell claimed that 54% of the stone had been paid for.", SECOND)) == {"V4"}


def test_a_hedge_may_not_vanish() -> None:
    assert stops(checked("He will appeal to the court in Tesmir.", SECOND)) == {"V9"}


def test_a_truncated_turn_is_pointed_out() -> None:
    found = checked("“We will not sign a paper that nobody has read,” Ilves said.", FIRST)
    assert [(one.rule, one.level) for one in found] == [("V3", Level.WARN)]


def test_words_of_another_passage_are_not_proof() -> None:
    draft = "Joren Pell claimed that 45 percent of the stone had been paid for."
    assert "V4" in stops(checked(draft, FIRST))
    assert checked(draft, SECOND) == ()


def test_a_fuller_form_of_a_name_may_come_from_the_same_article() -> None:
    tail = ARTICLE.index("“We will"), FIRST[1]
    assert checked("“We will talk,” Mara Ilves said.", tail) == ()


def test_a_bracket_brings_in_no_name() -> None:
    found = checked("“We will not sign a paper [of Sarn] that nobody has read,” she said.", FIRST)
    assert "V2" in stops(found)


def test_quoted_words_without_their_marks_may_not_change() -> None:
    speech = "“The road is closed to lorries. It will stay so.\n\n“We will wait,” she said."
    cited = (Cited(text=speech, language="en"),)
    assert check_sentence("The road is closed to lorries.", cited) == ()
    assert stops(check_sentence("The road is closed to all lorries now.", cited)) == {"V2"}


def test_a_sentence_without_citation_is_stopped() -> None:
    (found,) = check_sentence("Anything.", ())
    assert (found.rule, found.level) == ("V0", Level.BLOCK)


def test_a_citation_that_tells_something_else_is_stopped() -> None:
    draft = "Farmers near the ferry harvested apples, pears, plums and walnuts despite heavy rain."
    assert "V13" in stops(checked(draft, FIRST))


def test_strange_words_are_listed() -> None:
    found = checked("Velmor council members approved a formal investigation, citizens applauded.")
    assert [(one.rule, one.level) for one in found] == [("V13", Level.WARN)]


def test_a_copied_line_has_to_be_its_source() -> None:
    cited = (Cited(text=ARTICLE, span=Span(*FIRST), published=PUBLISHED, language="en"),)
    same = "Mayor Mara Ilves said the works had not been licensed."
    assert check_sentence(same, cited, copied=True) == ()
    assert stops(check_sentence(same.replace("works", "plans"), cited, copied=True)) == {"V2"}


RUSSIAN = (
    "Мэр Мара Ильвес заявила, что с марта 2024 года вывезено более 1200 тонн камня. "
    "Совет Вельмора проголосовал во вторник."
)


@pytest.mark.parametrize(
    ("draft", "rules"),
    [
        ("Mara Ilves said more than 1,200 tonnes of stone had gone since March 2024.", set()),
        ("The council of Velmor voted on 17 November.", set()),
        ("Mara Ilves said more than 1,300 tonnes of stone had gone.", {"V4"}),
        ("Lida Sarn said more than 1,200 tonnes of stone had gone.", {"V6"}),
    ],
)
def test_a_line_in_another_language_is_checked_by_names_numbers_and_days(
    draft: str, rules: set[str]
) -> None:
    cited = Cited(text=RUSSIAN, published=PUBLISHED, language="ru")
    assert stops(check_sentence(draft, (cited,), language="en")) == rules
