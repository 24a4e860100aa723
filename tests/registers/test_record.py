from dataclasses import replace
from datetime import UTC, date, datetime

from tests.builders import an_article
from tests.registers.making import a_development, opened

from watchdesk.model import NAMED, Entry, Precision, Proposal
from watchdesk.registers import Material, Words, standing
from watchdesk.registers.measures import MEASURES
from watchdesk.text.records import RECORD, as_text

TOLD = datetime(2026, 11, 18, 8, tzinfo=UTC)
HEAD = ("System: US Congress", "Key: us/hres/735", "Record: us/119/hres/735", "Title: On Karvenia")
WORDS: Words = {"adopted": {"en": ("adopted",)}, "not": {"en": ("will", "may")}}


def proposed(*lines: str, known: tuple[Entry, ...] = ()) -> list[Proposal]:
    article = replace(an_article(as_text((*HEAD, *lines))), page_type=RECORD)
    return list(MEASURES.propose(Material(article=article, told_at=TOLD), known, WORDS))


def entry(*keys: tuple[str, str], day: date = date(2026, 11, 1), **value: object) -> Entry:
    told = (
        opened(keys=keys, register="measures", held_from=day),
        a_development("cosponsored", register="measures", held_from=day, value=value),
    )
    made = standing(told, MEASURES.kinds)
    assert made is not None
    return made


def test_each_step_is_proposed_with_its_day_and_its_line() -> None:
    one, two = proposed("introduced on 2026-10-03: In House", "referred on 2026-10-04: To X")
    assert (one.kind, one.held_from, one.says) == ("introduced", date(2026, 10, 3), "US Congress")
    assert two.evidence[0].quote == "referred on 2026-10-04: To X"
    assert (two.title, two.value) == ("On Karvenia", {"stage": "To X"})


def test_who_joined_on_one_day_is_one_proposal_and_the_last_has_the_count() -> None:
    lines = [f"cosponsored on 2026-10-0{day}: Rep. {name}" for day, name in ("3A", "3B", "5C")]
    one, two = proposed("Cosponsors: 3", *lines)
    assert one.value == {"names": ["Rep. A", "Rep. B"]}
    assert two.value == {"names": ["Rep. C"], "cosponsors": 3}
    assert len(one.evidence) == 2


def test_what_an_entry_has_is_not_proposed_again() -> None:
    known = entry(("record", "us/119/hres/735"), ("measure", "us/hres/735"), names=["Rep. A"])
    line = "cosponsored on 2026-11-01: Rep. A"
    assert proposed(line, known=(known,)) == []
    (more,) = proposed(line, "cosponsored on 2026-11-01: Rep. B", known=(known,))
    assert more.entry == known.id


def test_an_entry_from_the_press_is_given_the_records_lasting_id() -> None:
    known = entry(("measure", "us/hres/735"))
    named, step = proposed("introduced on 2026-10-03: In House", known=(known,))
    assert (named.kind, named.entry, step.entry) == (NAMED, known.id, known.id)
    assert ["record", "us/119/hres/735"] in named.value["keys"]


def test_the_same_number_of_another_session_is_another_measure() -> None:
    other = entry(("record", "us/118/hres/735"), ("measure", "us/hres/735"))
    old = entry(("measure", "us/hres/735"), day=date(2023, 4, 1))
    (one,) = proposed("introduced on 2026-10-03: In House", known=(other, old))
    assert one.entry is None


def test_a_step_without_a_kind_is_read_by_the_registers_words() -> None:
    lines = ("step on 2026-10-03: The council adopted it", "step on 2026-10-04: It may be adopted")
    (one,) = proposed(*lines, "action on 2026-10-05: Motion adopted")
    assert (one.kind, one.held_from) == ("adopted", date(2026, 10, 3))


def test_a_companion_is_known_on_the_day_it_was_read_or_earlier() -> None:
    (one,) = proposed("Companion: S. 21, identified by CRS")
    assert (one.kind, one.precision) == ("companion", Precision.BEFORE)
