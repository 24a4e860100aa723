"""Numbers of people as developments: whose they are, which are worth it, rivals side by side."""

from datetime import date

import pytest
from tests.issue.making import figures_of
from tests.registers.making import a_development, opened
from tests.registers.test_proposals import TOLD, material

from watchdesk.model import Entry, Proposal
from watchdesk.registers import Material, Meeting, Words, joined, meet, opens, standing
from watchdesk.registers.tolls import COUNTED, FIGURES

WORDS: Words = {
    "held": {"en": ("were detained", "those held")},
    "killed": {"en": ("killed",)},
    "people": {"en": ("soldier*",)},
    "not": {"en": ("could",)},
}


def counted(text: str, *known: Entry) -> list[Proposal]:
    read = material(text)
    told = Material(article=read.article, told_at=TOLD, figures=figures_of(read.article))
    return list(FIGURES.propose(told, known, WORDS))


def test_a_number_of_people_is_proposed_with_its_sentence() -> None:
    (one,) = counted("Rain fell. In Mirin 23 residents were detained on Monday.")
    assert (one.title, one.value["number"]) == ("Residents, held", 23)
    assert one.evidence[0].quote == "In Mirin 23 residents were detained on Monday."
    (soldiers,) = counted("The shelling killed 12 soldiers.")
    assert soldiers.value["fate"] == "killed"


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed 40 sheep.",
        "In Mirin 23 residents could be killed.",
        "Nine of those held are ill.",
        "400 people stood before the Assembly with candles in the rain and portraits of those held",
        "They gave 3.2 million crowns to the families of those held.",
    ],
)
def test_things_fears_parts_and_bystanders_are_not(text: str) -> None:
    assert counted(text) == []


def test_rivals_are_developments_of_one_entry_and_the_same_number_is_one() -> None:
    (one,) = counted("In Mirin 23 residents were detained.")
    (other,) = counted("In Mirin 26 residents were detained.")
    assert meet(one, other, one_story=True) is Meeting.ENTRY
    assert meet(one, other, one_story=False) is not Meeting.SAME
    assert joined(other, one, Meeting.ENTRY).entry == opens(one)
    assert meet(one, one, one_story=True) is Meeting.SAME


def test_what_an_entry_has_is_not_proposed_again_and_its_line_gives_each_owner() -> None:
    (one,) = counted("In Mirin 23 residents were detained.")
    keys = [[key.scheme, key.value] for key in one.keys]
    given = {"register": "figures", "entry": "held"}
    told = (
        opened("held", "Residents, held", register="figures", keys=keys),
        a_development(COUNTED, value={"number": 23.0, "printed": "23"}, **given),
        a_development(COUNTED, value={"number": 26.0, "printed": "26"}, says="the union", **given),
    )
    entry = standing(told, FIGURES.kinds)
    assert entry is not None
    assert counted("In Mirin 23 residents were detained.", entry) == []
    (more,) = counted("In Mirin 24 residents were detained.", entry)
    assert more.alike == ("held",)
    line = FIGURES.line(entry, date(2026, 11, 20))
    assert line == "23 (1 September 2026); 26 (the union, 1 September 2026)."
