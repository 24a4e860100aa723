from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.registers.making import a_development, learnt, opened

from watchdesk.model import (
    Audience,
    Claim,
    Cleared,
    Development,
    Evidence,
    Quantity,
    RegisterReport,
    Span,
    Stance,
    Theme,
    To,
)
from watchdesk.publish.register_report import FORMATS, markdown
from watchdesk.registers import REGISTERS, may_publish, may_publish_table, standing
from watchdesk.registers.cases import CASES
from watchdesk.registers.outline import Outline, outline_of
from watchdesk.registers.report import Period, Sources, build, counted
from watchdesk.registers.wording import Origin

PUBLIC = Audience(to=To.PUBLIC, on=date(2026, 10, 31))
OCTOBER = Period(since=date(2026, 10, 1), until=date(2026, 10, 31), made_at=learnt(31))
OUTLINE = {
    "title": "Rights in Karvenia",
    "section": [
        {
            "title": "Liberty",
            "category": [
                {"code": "detention", "title": "Detentions", "tells": ["cases.detained"]},
                {"code": "ill-treatment", "title": "Ill-treatment"},
            ],
        }
    ],
}


def said_in(article: str, quote: str = "Anna") -> tuple[Evidence, ...]:
    return (Evidence(article_id=article, span=Span(0, len(quote)), quote=quote),)


def detained(article: str = "a", **changed: Any) -> Development:
    values: dict[str, Any] = {"held_from": date(2026, 10, 2), "evidence": said_in(article)}
    one = a_development(**(values | changed))
    return replace(one, id=f"{one.id}-{article}")


def passed(*told: Development) -> Cleared:
    entry = standing((opened(), *told), CASES.kinds)
    assert entry is not None
    found = may_publish(entry, PUBLIC, CASES)
    assert isinstance(found, Cleared)
    return found


def made(
    *told: Development, outline: dict[str, Any] = OUTLINE, **sources: Any
) -> tuple[RegisterReport, tuple[str, ...]]:
    values: dict[str, Any] = {
        "registers": {one.name: one for one in REGISTERS},
        "entries": [passed(*told)],
        "origins": {
            "a": Origin("The Valley Post", "a"),
            "b": Origin("The Quay Times", "b"),
            "copy": Origin("The Quay Times", "a"),
            "paper": Origin("The Court", "paper", document=True),
        },
    } | sources
    found = Sources(**values)
    plan: Outline = outline_of(outline)
    counts = may_publish_table("report", ("category",), counted(plan, found, OCTOBER))
    return build(plan, found, OCTOBER, counts, "head")  # type: ignore[arg-type]


def labels(*told: Development) -> list[str]:
    report, faults = made(*told)
    assert faults == ()
    return [line.label for part in report.sections[0].parts for line in part.lines]


def test_a_label_follows_its_evidence() -> None:
    assert labels(detained()) == ["reported by one source"]
    assert labels(detained("a"), detained("b")) == ["reported by 2 independent sources"]
    assert labels(detained("a"), detained("copy")) == ["reported by one source"]
    assert labels(detained("paper")) == ["shown by a document"]
    assert labels(detained("a"), detained("b", stance=Stance.DENIES, says="the Ministry")) == [
        "reported by one source; denied by the Ministry"
    ]
    assert labels(detained(stance=Stance.ALLEGES, says="his lawyer")) == ["alleged by his lawyer"]


def test_a_category_tells_its_kinds_and_what_an_editor_marked() -> None:
    beaten = a_development(
        "health", held_from=date(2026, 10, 3), value={"violation": "ill-treatment, torture"}
    )
    report, _ = made(detained(), replace(beaten, kind="transferred"))
    told = {part.code: [line.text for line in part.lines] for part in report.sections[0].parts}
    assert told == {
        "detention": ["2 October 2026: Anna Oke: detained."],
        "ill-treatment": ["3 October 2026: Anna Oke: moved to another place."],
    }


def test_what_fell_outside_the_period_is_not_told() -> None:
    report, _ = made(detained(held_from=date(2026, 9, 30)))
    assert report.sections[0].parts == ()


def test_every_line_has_an_anchor_with_its_developments() -> None:
    report, _ = made(detained("a"), detained("b"))
    line = report.sections[0].parts[0].lines[0]
    cited = [one for one in report.anchors if one.number in line.anchors]
    assert {id_ for one in cited for id_ in one.developments} == set(line.developments)
    assert all(one.quote for one in cited)


def test_a_small_number_is_not_told() -> None:
    report, _ = made(detained())
    assert report.sections[0].parts[0].count == "fewer than can be told (cases)"


def with_sentence(text: str, *ids: str) -> dict[str, Any]:
    category = OUTLINE["section"][0]["category"][0]  # type: ignore[index]
    own = {**category, "sentence": [{"text": text, "rests_on": list(ids)}]}
    return {"title": "R", "section": [{"title": "Liberty", "category": [own]}]}


def contested(article: str) -> Quantity:
    def claim(value: float, says: str) -> Claim:
        return Claim(
            value=value,
            low=value,
            high=value,
            says=says,
            as_of=None,
            at=datetime(2026, 10, 2, tzinfo=UTC),
            evidence=said_in(article if value == 40 else "b", str(int(value))),
        )

    return Quantity(
        key="held",
        noun="held",
        fate="held",
        unit=None,
        language="en",
        counts="people held",
        heading=said_in(article)[0],
        claims=(claim(40, "the Bar"), claim(25, "the Ministry")),
    )


def test_a_sentence_without_an_anchor_is_a_fault() -> None:
    _, faults = made(detained(), outline=with_sentence("Many were held."))
    assert faults == ("“Many were held.” rests on nothing that can be shown.",)
    taken = {"gone": "which was taken back"}
    _, faults = made(detained(), outline=with_sentence("Held.", "gone"), absent=taken)
    assert faults[0] == "“Held.” rests on gone, which was taken back."


@pytest.mark.parametrize(
    ("text", "alone"), [("40 were held.", True), ("40 or 25 were held.", False)]
)
def test_a_lone_contested_number_is_a_fault(text: str, alone: bool) -> None:
    one = detained()
    report, faults = made(one, outline=with_sentence(text, one.id), quantities=[contested("a")])
    rows = report.sections[0].parts[0].lines[0].rivals
    assert [row.says for row in rows] == ["the Bar", "the Ministry"]
    assert bool(faults) is alone


def test_words_of_sources_are_no_markup() -> None:
    report, _ = made(detained(evidence=said_in("a", "<b>*Anna*</b> [x](y)")))
    text = markdown(report).body.decode()
    assert "\\<b\\>\\*Anna\\*" in text
    assert "<b>" not in FORMATS["html"](report, Theme()).body.decode()


def test_a_report_is_the_same_file_again() -> None:
    report, _ = made(detained("a"), detained("b"))
    for write in FORMATS.values():
        assert write(report, Theme()).body == write(report, Theme()).body
    assert FORMATS["pdf"](report, Theme()).body.startswith(b"%PDF")


def test_an_outline_says_what_is_wrong_with_it() -> None:
    with pytest.raises(ValueError, match="write REGISTER"):
        outline_of(
            {
                "title": "R",
                "section": [
                    {"title": "S", "category": [{"code": "c", "title": "C", "tells": ["x"]}]}
                ],
            }
        )
