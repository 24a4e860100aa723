from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from watchdesk.text.spans import paragraphs, trim, words

TEXTS = st.text(max_size=200)


@given(TEXTS)
def test_words_stand_where_they_say(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(TEXTS)
def test_paragraphs_hold_all_that_is_printed(text: str) -> None:
    kept = "".join(text[start:end] for start, end in paragraphs(text))
    assert "".join(kept.split()) == "".join(text.split()) or not text.isprintable()


def test_what_belongs_together_is_one_word() -> None:
    text = "Don't: St-Oren's 1,500.5 and 100 000; l'avocat, a-t-elle dit. Ո՞վ"
    assert [word.text for word in words(text)] == [
        "Don't", ":", "St-Oren's", "1,500.5", "and", "100 000", ";", "l'", "avocat", ",",
        "a", "-t-", "elle", "dit", ".", "Ո՞վ",
    ]  # fmt: skip


def test_the_mark_inside_an_armenian_word_is_folded_away() -> None:
    assert words("Ո՞վ")[0].low == "ով"


def test_nothing_is_left_of_blanks() -> None:
    assert trim("  \n ", 0, 4) is None
