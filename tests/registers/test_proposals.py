import tomllib
from datetime import UTC, date, datetime

import pytest
from tests.builders import an_article
from tests.registers.making import a_development, opened

from watchdesk.config.words import shipped_words
from watchdesk.model import OPENED, Entry, Mention, Proposal
from watchdesk.registers import (
    REGISTERS,
    Material,
    Meeting,
    Words,
    joined,
    meet,
    opens,
    standing,
)
from watchdesk.registers.cases import CASES
from watchdesk.registers.measures import MEASURES
from watchdesk.text.identifiers import find_identifiers
from watchdesk.text.soundkey import sound_key

WORDS: dict[str, Words] = {
    "cases": {
        "detained": {"en": ("arrested", "detained"), "ru": ("задержан*",)},
        "released": {"en": ("released",)},
        "not": {"en": ("demand*", "not")},
    },
    "measures": {
        "adopted": {"en": ("adopted",)},
        "referred": {"en": ("referred to",)},
        "reported": {"en": ("referred to the floor",)},
        "not": {"en": ("will", "may")},
    },
}
TOLD = datetime(2026, 11, 18, 8, tzinfo=UTC)


def material(text: str, language: str = "en") -> Material:
    mentions: tuple[Mention, ...] = find_identifiers(text, TOLD.date())
    return Material(article=an_article(text, language=language), told_at=TOLD, mentions=mentions)


def proposed(register: str, text: str, *known: Entry, language: str = "en") -> list[Proposal]:
    one = next(one for one in REGISTERS if one.name == register)
    return list(one.propose(material(text, language), known, WORDS[register]))


def oke() -> Entry:
    place = {"place": "Kellar Street remand prison"}
    entry = standing((opened(), a_development(value=place)), CASES.kinds)
    assert entry is not None
    return entry


def test_a_person_who_was_detained_is_proposed_with_the_day_and_the_sentence() -> None:
    (one,) = proposed("cases", "It rained. Anna Oke was arrested in Mirin on 12 November. More.")
    assert (one.title, one.kind, one.held_from) == ("Anna Oke", "detained", date(2026, 11, 12))
    assert one.evidence[0].quote == "Anna Oke was arrested in Mirin on 12 November."
    assert one.entry is None


@pytest.mark.parametrize(
    "text",
    [
        "Relatives demand that Anna Oke be released.",
        "Anna Oke was not arrested.",
        "Anna Oke was released on Monday.",  # nobody knows her
        "The mayor was arrested.",
        "Snow fell on Upper Mirin.",
    ],
)
def test_what_has_not_happened_or_names_nobody_is_not_proposed(text: str) -> None:
    assert proposed("cases", text) == []


TRIED: Words = {
    **WORDS["cases"],
    "sentenced": {"en": ("was sentenced to",)},
    "crime": {"en": ("murder*", "fraud*")},
    "concern": {"en": ("prisoner* of conscience",)},
}
SENTENCED = "Anna Oke was sentenced to nine years for fraud."


@pytest.mark.parametrize(
    ("text", "is_proposed"),
    [
        (SENTENCED, False),
        ("Anna Oke was sentenced to life. The murders had shaken the town.", False),
        (f"{SENTENCED} Her friends call her a prisoner of conscience.", True),
        ("Anna Oke was sentenced to nine years. Rain fell. Snow fell. A fraud is tried.", True),
    ],
)
def test_an_ordinary_crime_makes_no_case_but_where_rights_are_at_stake(
    text: str, is_proposed: bool
) -> None:
    assert bool(list(CASES.propose(material(text), (), TRIED))) is is_proposed
    assert list(CASES.propose(material(text), (oke(),), TRIED)), "the register knows her"


def test_a_name_alone_says_who_might_be_meant_and_a_second_fact_says_who_is() -> None:
    (alone,) = proposed("cases", "Anna Oke was released on Monday.", oke())
    assert (alone.entry, alone.alike) == (None, ("oke",))
    told = "Anna Oke was released on Monday. She had been in the Kellar Street remand prison."
    (sure,) = proposed("cases", told, oke())
    assert sure.entry == "oke"


def test_another_script_leads_to_the_same_entry() -> None:
    (one,) = proposed("cases", "В Мирине задержана Анна Оке.", oke(), language="ru")
    assert one.alike == ("oke",)


@pytest.mark.parametrize(
    ("one", "other"), [("Khachatryan", "Хачатрян"), ("Danovel", "Дановель"), ("Oke", "Оке")]
)
def test_spellings_of_one_surname_share_a_key(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other) != ""


def test_the_same_thing_in_two_articles_is_one_proposal() -> None:
    one, other = (
        proposed("cases", f"{opening} Anna Oke was arrested on 12 November.")[0].id
        for opening in ("A.", "Later the same day, as papers say.\n\n")
    )
    assert one == other


def test_a_measure_that_is_named_by_number_is_proposed_and_what_became_of_it() -> None:
    (named,) = proposed("measures", "Members spoke of H.Res. 735 for an hour.")
    assert (named.kind, named.keys[0].value) == (OPENED, "us/hres/735")
    (adopted,) = proposed("measures", "The House adopted H.Res. 735 on 16 November.")
    assert (adopted.kind, adopted.held_from) == ("adopted", date(2026, 11, 16))


def test_a_measure_of_an_earlier_congress_is_another() -> None:
    keys = [["measure", "us/hres/735"], ["record", "us/118/hres/735"]]
    told = (opened("hres735", "H.Res. 735", register="measures", keys=keys),)
    entry = standing(told, MEASURES.kinds)
    assert entry is not None
    (now,) = proposed("measures", "The House adopted H.Res. 735.", entry)
    (then,) = proposed("measures", "The House adopted H.Res. 735 (118th Congress).", entry)
    assert (now.entry, then.entry) == (None, "hres735")
    assert now.id != then.id


def test_what_a_resolution_calls_for_is_no_doubt_of_what_became_of_it() -> None:
    shipped = tomllib.loads(shipped_words("measures"))
    words = {kind: {code: tuple(some) for code, some in by.items()} for kind, by in shipped.items()}
    text = "H.Res. 735, which calls for their release, was introduced on Wednesday."
    assert [one.kind for one in MEASURES.propose(material(text), (), words)] == ["introduced"]


def test_what_a_measure_may_become_is_not_proposed_and_what_it_is_already_neither() -> None:
    (named,) = proposed("measures", "The House will vote; H.Res. 735 may be adopted.")
    assert named.kind == OPENED
    told = (
        opened("hres735", "H.Res. 735", register="measures", keys=[["measure", "us/hres/735"]]),
        a_development("adopted", "hres735", register="measures"),
    )
    entry = standing(told, MEASURES.kinds)
    assert entry is not None
    assert proposed("measures", "The House adopted H.Res. 735.", entry) == []
    assert MEASURES.line(entry, date(2026, 11, 20)) == "Adopted since 1 September 2026."


HELD: Words = {
    "detained": {"en": ("arrested",)},
    "held": {"en": ("those held", "in detention for")},
    "missing": {"en": ("disappeared",)},
}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Anna Oke, a reporter of the Mirin Post, who was arrested on Friday, is ill.",
            ["Anna Oke"],
        ),
        ("Police arrested the former mayor Anna Oke.", ["Anna Oke"]),
        ("Anna Oke and Petr Halek were arrested.", ["Anna Oke", "Petr Halek"]),
        ("Among those held is Mayor Anna Oke, 61.", ["Anna Oke"]),
        (
            "Monday is the tenth day in detention for Anna Oke. She was arrested in May.",
            ["Anna Oke"],
        ),
        (
            "Two of those held are ill. Anna Oke has fever. Petr Halek coughs.",
            ["Anna Oke", "Petr Halek"],
        ),
        ("“Eight people have disappeared,” said Anna Oke.", []),
        ("Anna Oke said that a man had been arrested.", []),
        ("The brother of Anna Oke was arrested.", []),
        ("Anna Oke's brother was arrested.", []),
        ("Captain Anna Oke arrested three men.", []),
        ("A man was arrested by Anna Oke in Kellar Street.", []),
        ("Members wrote to the minister Anna Oke about all who were arrested.", []),
        ("Anna Oke met the mayor. He spoke. Nobody was arrested.", []),
    ],
)
def test_the_word_of_a_case_is_said_of_its_subject_or_object_alone(
    text: str, names: list[str]
) -> None:
    told = list(CASES.propose(material(text), (), HELD))
    assert list(dict.fromkeys(one.title for one in told)) == names


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Полиция задержала: в Мирине задержали Анну Орлову.", "ru", "Анна Орлова"),
        ("Вчера задержали журналиста Ивана Петрова.", "ru", "Иван Петров"),
        ("Ոստիկանները ձերբակալել են։ Արամ Սելյանը ձերբակալվել է։", "hy", "Արամ Սելյան"),
    ],
)
def test_a_name_is_brought_to_its_first_case(text: str, language: str, name: str) -> None:
    words: Words = {"detained": {"ru": ("задержали",), "hy": ("ձերբակալվել",)}}
    assert [one.title for one in CASES.propose(material(text, language), (), words)] == [name]


def test_a_number_counts_with_the_body_that_its_sentence_names() -> None:
    (one,) = proposed("measures", "The Chamber of Deputies adopted Bill 58 on 16 November.")
    assert one.keys[0].value == "chamber-of-deputies/bill/58"
    assert proposed("measures", "A man spoke of Bill 58.") == []


def test_two_languages_meet_in_one_proposal_where_a_story_or_day_agrees() -> None:
    (one,) = proposed("cases", "Anna Oke was arrested in Mirin on 12 November.")
    (other,) = proposed("cases", "Задержана Анна Оке.", language="ru")
    assert meet(other, one, one_story=True) is Meeting.SAME
    assert meet(other, one, one_story=False) is Meeting.ALIKE
    assert joined(other, one, Meeting.ALIKE).alike == (opens(one),)
    (charged,) = proposed("measures", "The Chamber of Deputies adopted Bill 58.")
    assert meet(charged, one, one_story=True) is Meeting.APART


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("H.R. 58 was referred to the Committee on Culture.", "referred"),
        ("H.R. 58 was referred to the floor by the Committee on Culture.", "reported"),
    ],
)
def test_what_leaves_a_committee_is_not_taken_for_what_goes_into_one(words: str, kind: str) -> None:
    assert [one.kind for one in proposed("measures", words)] == [kind]
