from datetime import date

from tests.registers.making import a_development, opened

from watchdesk.issue import ChangedEntry
from watchdesk.issue.dossiers import dossier, of_rule
from watchdesk.issue.rules import SectionRule
from watchdesk.model import Dossier, Evidence, Span, Station
from watchdesk.registers import standing
from watchdesk.registers.cases import CASES, previously

SAID = "Anna Oke was arrested."
ARREST = (Evidence(article_id="a", span=Span(0, len(SAID)), quote=SAID),)


def changed(title: str = "Anna Oke", ran_in: int | None = None) -> ChangedEntry:
    told = (opened(title=title), a_development(evidence=ARREST))
    entry = standing(told, CASES.kinds)
    assert entry is not None
    return ChangedEntry(
        entry=entry,
        word="case",
        line=previously(entry, date(2026, 9, 11)),
        stations=(Station("detained", date(2026, 9, 1), how="new"),),
        new=told[1:],
        ran_in=ran_in,
    )


def test_an_entry_becomes_an_item_with_its_new_passage_and_its_line() -> None:
    item = dossier(changed(ran_in=3), "issue")
    assert isinstance(item.detail, Dossier)
    assert (item.headline.text, item.headline.by) == ("Anna Oke", "Mara")
    assert [line.text for line in item.lines] == [SAID]
    assert item.detail.previously.startswith("Day 10;")
    assert item.detail.previously.endswith("Last in issue 3.")


def test_a_title_whose_number_no_passage_carries_gives_way_to_the_passage() -> None:
    item = dossier(changed("Bill 58"), "issue")
    assert (item.headline.text, item.headline.by) == (SAID, "")


def test_a_section_shows_the_registers_that_its_subjects_name() -> None:
    def rule(*subjects: str) -> SectionRule:
        return SectionRule(key="r", title="R", kind="registers", subjects=subjects)

    assert len(of_rule([changed()], rule("cases"))) == len(of_rule([changed()], rule())) == 1
    assert of_rule([changed()], rule("measures")) == []
