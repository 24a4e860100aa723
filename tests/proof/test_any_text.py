"""Whatever comes in, the gate answers, and its spans lie within the draft."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from watchdesk.proof import Cited, check_sentence
from watchdesk.text.likeness import similarity

PIECES = """
The council Mara Ilves said not may “ ” « » " ' [ ] … -- 1,200 12 % 2024 March Friday last week over
about, . ! ? Мара Ильвес заявила Մարա محمد S/RES/884 U.S. al-Qahtani confirmed twelve million $5
won't Ms. ... '' soft\u00adly cafe\u0301
"""
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=40))


@settings(max_examples=150)
@given(TEXTS, TEXTS, st.sampled_from([None, "en", "ru", "hy", "xx"]))
def test_every_finding_lies_within_the_draft(draft: str, source: str, language: str | None) -> None:
    published = datetime(2026, 11, 20, tzinfo=UTC)
    for cited in ((), (Cited(text=source, published=published, language=language),)):
        for found in check_sentence(draft, cited):
            assert found.message.endswith(".")
            if found.span is not None:
                assert found.span.end <= len(draft)


@settings(max_examples=80)
@given(TEXTS, TEXTS)
def test_likeness_of_names_is_a_share_and_symmetric(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, other) == similarity(other, one)
