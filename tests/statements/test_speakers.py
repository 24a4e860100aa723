import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import an_article

from watchdesk.model import Medium, Statement
from watchdesk.statements import read

PASSAGES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "statements" / "speakers.toml").read_text("utf-8")
)["passage"]
CLEAR = [
    (passage["language"], passage["text"], said)
    for passage in PASSAGES
    if not passage.get("hard")
    for said in passage["said"]
]
PRINTED = datetime(2026, 11, 25, tzinfo=UTC)


def statements(text: str, language: str = "en") -> tuple[Statement, ...]:
    return read(an_article(text, language=language, published=PRINTED)).statements


def shown(one: Statement, text: str) -> dict[str, str]:
    """All fields of a statement as the passages write them."""
    speaker, setting = one.speaker, one.setting
    return {
        "speaker": speaker.name if speaker else "",
        "role": speaker.role if speaker else "",
        "organisation": speaker.organisation if speaker else "",
        "party": speaker.party if speaker else "",
        "place": speaker.place if speaker else "",
        "via": setting.via.of(text) if setting.via else "",
        "said_on": str(setting.said_on or ""),
        "medium": setting.medium or "",
    }


@pytest.mark.parametrize(("language", "text", "said"), CLEAR)
def test_a_speaker_is_who_the_passage_shows_and_nobody_else(
    language: str, text: str, said: dict[str, Any]
) -> None:
    having = [
        one
        for one in statements(text, language)
        if said["words"] in " ".join(span.of(text) for span in one.content)
    ]
    one = min(having, key=lambda one: sum(span.end - span.start for span in one.content))
    wanted = {field: value for field, value in said.items() if field != "words"}
    assert {field: shown(one, text)[field] for field in wanted} == wanted


def test_each_field_of_a_speaker_stands_where_its_span_says() -> None:
    text = "“No,” said Senator Joren Pell (D-Mir.), chair of the Road Committee."
    (one,) = statements(text)
    assert one.speaker is not None
    for field in ("name", "role", "organisation", "party", "place"):
        span = getattr(one.speaker, f"{field}_span")
        assert span.of(text) == getattr(one.speaker, field) != "", field


def test_the_day_counts_from_the_article_and_needs_its_date() -> None:
    text = "“Closed,” Mara Ilves said on Monday."
    ((one,), (undated,)) = (
        statements(text),
        read(replace(an_article(text), published=None)).statements,
    )
    assert (one.setting.said_on, undated.setting.said_on) == (date(2026, 11, 23), None)
    assert one.setting.said_on_span is not None
    assert one.setting.said_on_span.of(text) == "Monday"


def test_who_relays_a_statement_makes_no_statement_of_his_own() -> None:
    text = "“The road is closed,” Mara Ilves said, according to the Altis agency."
    assert len(statements(text)) == 1


def test_an_outlet_that_was_told_makes_it_an_interview() -> None:
    text = "“The road is closed,” Mara Ilves told the Mirin Chronicle."
    (one,) = statements(text)
    assert one.setting.medium is Medium.INTERVIEW
    assert one.setting.via is not None
    assert one.setting.via.of(text) == "Mirin Chronicle"


WORDS = [
    "Mara", "Ilves", "Oke", "Mr.", "mayor", "of", "the", "a", "Mirin", "Committee", "ministry",
    "(D-Mir.)", "54", ",", "said", "told", "Radio", "on", "Monday", "quoted", "as saying", "she",
    "it", "“Closed”", "according to", "who", "and", ".", "\n\n", "in an interview with",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "fr", "de", "ru"]))
def test_any_row_of_names_and_offices_is_read(parts: list[str], language: str) -> None:
    text = " ".join(parts)
    for one in statements(text, language):
        if one.speaker:
            assert one.speaker.name_span.of(text) == one.speaker.name
            assert one.speaker.role_span is None or one.speaker.role_span.of(text)
