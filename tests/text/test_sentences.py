import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.text.sentences import sentences


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "It rained. It stopped.", ["It rained.", "It stopped."]),
        ("en", "Sen. J. Pell (D-Md.) spoke. He left.", ["Sen. J. Pell (D-Md.) spoke.", "He left."]),
        (
            "en",
            "“Stay. Do not go,” she said. So I did.",
            ["“Stay. Do not go,” she said.", "So I did."],
        ),
        ("en", "“Why?” Smith asked. Nobody knew.", ["“Why?” Smith asked.", "Nobody knew."]),
        ("en", "“It is over.” The mayor left.", ["“It is over.”", "The mayor left."]),
        ("en", "A headline\n\nA text", ["A headline", "A text"]),
        ("en", "One line\nAnother line", ["One line", "Another line"]),
        (
            "en",
            "It costs 2.5 million. No. 5 is cheap.",
            ["It costs 2.5 million.", "No. 5 is cheap."],
        ),
        ("fr", "M. Pell est venu. Il dort.", ["M. Pell est venu.", "Il dort."]),
        ("de", "Er kam am 3. März. Er ging.", ["Er kam am 3. März.", "Er ging."]),
        ("ru", "«Да!» — сказал он. Все ушли.", ["«Да!» — сказал он.", "Все ушли."]),
        ("hy", "Ո՞վ է նա։ Չգիտենք։", ["Ո՞վ է նա։", "Չգիտենք։"]),
        ("hy", "Նա եկավ: Հետո գնաց:", ["Նա եկավ:", "Հետո գնաց:"]),
        ("ar", "من هو؟ لا نعرف.", ["من هو؟", "لا نعرف."]),
        (None, "他来了。她走了。", ["他来了。", "她走了。"]),
    ],
)
def test_a_text_is_cut_into_sentences(language: str | None, text: str, told: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, language)] == told


def test_a_long_line_broken_by_a_mailer_is_no_end() -> None:
    text = (
        "The council of St Oren has closed the road to the quarry until the\nBridge Office says so."
    )
    assert len(sentences(text, "en")) == 1


@given(st.text(max_size=200), st.sampled_from([None, "en", "hy", "ru", "ar", "xx"]))
def test_sentences_follow_each_other_within_the_text(text: str, language: str | None) -> None:
    found = sentences(text, language)
    assert all(span.of(text).strip() for span in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize("part", [" ", ".", "a. ", "“", "?!", "\n", "Mr. "])
def test_a_long_row_takes_linear_time(part: str) -> None:
    started = time.process_time()
    sentences(part * (200_000 // len(part)) + "a", "en")
    assert time.process_time() - started < 5
