"""What the one folding levels, what it leaves, and that every place leads back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.model import Span
from watchdesk.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“We stay,” she said.", '"We stay," she said.'),
        ("«We stay», she said.", '"We stay", she said.'),
        ("„We stay“, ''we stay'', ``we stay''", '"We stay", "we stay", "we stay"'),
        ("don’t, don‘t, don´t, don`t", "don't, don't, don't, don't"),
        ("a – b — c -- d --- e − f ‑ g –- h", "a - b - c - d - e - f - g - h"),
        ("wait… wait... wait . . . wait....", "wait... wait... wait ... wait..."),
        ("no\u00a0break, thin\u2009space,\n\ttab  two", "no break, thin space, tab two"),
        ("so\u00adft hy\u200bphen", "soft hyphen"),
        ("cafe\u0301 and \ufb01ne", "café and fine"),
        ("１２ ％", "12 %"),
        ("Case and Ácçents stay", "Case and Ácçents stay"),
        ("end. .5 and 3.14", "end. .5 and 3.14"),
        ("", ""),
    ],
)
def test_typography_is_levelled_and_words_stay(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("He said: “We won’t go.” Then", '"We won\'t go."', "“We won’t go.”"),
        ("the cafe\u0301s closed", "cafés", "cafe\u0301s"),
        ("a so\u00adft word", "soft", "so\u00adft"),
        ("one  two\n\nthree", "two three", "two\n\nthree"),
    ],
)
def test_a_find_leads_to_the_words_as_printed(text: str, needle: str, found: str) -> None:
    span = fold(text).find(needle)
    assert span is not None
    assert span.of(text) == found


def test_a_find_begins_where_it_is_told() -> None:
    assert fold("go – go – go").find("go", 1) == Span(5, 7)
    assert fold("go").find("stay") is None
    assert fold("go").find("  ") is None


def test_whole_words_are_not_found_within_longer_ones() -> None:
    folded = fold("a party for the art’s sake")
    assert folded.find("art") == Span(3, 6)
    assert folded.find("art", whole_words=True) == Span(16, 19)


ANY = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\u00a0\u00ad\u200b“”«»‘’'\"--–—….`´e\u0301ﬁabc12"),
        st.characters(exclude_categories=["Cs"]),
    )
)


@given(ANY)
def test_every_folded_character_leads_back_into_the_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    places = list(zip(folded.starts, folded.ends, strict=True))
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(ANY, ANY, ANY)
def test_what_stands_in_a_text_is_found_in_its_folding(before: str, text: str, after: str) -> None:
    whole = fold(f"{before} x{text}x {after}")
    assert fold(f"x{text}x").text.strip() in whole.text
    assert whole.find(f"x{text}x") is not None


@given(
    st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="`'-."))
)
def test_plain_letters_are_left_as_they_are(text: str) -> None:
    assert fold(text).text == text


def test_folding_takes_time_in_proportion_to_length() -> None:
    hard = "--“a.. . '´e\u0301 \u00ad" * 20_000
    started = time.process_time()
    fold(hard)
    assert time.process_time() - started < 5
