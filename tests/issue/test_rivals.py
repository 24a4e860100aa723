"""Numbers that disagree, and what keeps them from being shown."""

import pytest
from tests.issue.making import a_candidate, a_day, a_week, dated, said, told

from watchdesk.issue.items import figures
from watchdesk.issue.owners import same_owner
from watchdesk.model import Article, Capture, Item, RivalFigures, Statement, Wording

Pair = tuple[Article, Capture]

EVACUATED = (
    "Rescuers have evacuated 1,200 people from the valley, the Ministry of Emergencies said."
)
HOMELESS = "The governor of Ashet, Kasper Nuriel, said that 2,900 people were displaced."
SPOKE = (
    "The Ministry of Emergencies spoke of 1,200 evacuated on 9 November, "
    "the Joint Relief Office of over 3,400 displaced on 10 November."
)


def ministry(pair: Pair, piece: str = "Rescuers have evacuated 1,200 people") -> Statement:
    name = "Ministry of Emergencies"
    return said(pair[0], piece, source=f"the {name}", wording=Wording.INDIRECT)


def governor(pair: Pair, piece: str = "2,900 people were displaced") -> Statement:
    return said(
        pair[0], piece, speaker="Kasper Nuriel", role="governor of Ashet", wording=Wording.INDIRECT
    )


def shown(item: Item | None) -> list[tuple[str, str]]:
    """Each number as printed with who says it."""
    if item is None:
        return []
    assert isinstance(item.detail, RivalFigures)
    return [(rival.printed, rival.says) for rival in item.detail.rivals]


def of(*texts: str, bodies: dict[str, str] | None = None, language: str = "en") -> Item | None:
    """The figure item of a story told by these texts without statements."""
    pairs = [
        told(text, by=f"paper{place}", day=10 + place, language=language)
        for place, text in enumerate(texts)
    ]
    return figures(a_candidate(*pairs), a_week(bodies=bodies), "issue")


def test_two_owners_stand_side_by_side_by_size_with_their_dates() -> None:
    one, two = told(EVACUATED, day=9), told(HOMELESS, by="courier", day=11)
    candidate = a_candidate(one, two, statements=[ministry(one), governor(two)])
    item = figures(candidate, a_week(), "issue")
    assert item is not None
    assert isinstance(item.detail, RivalFigures)
    assert shown(item) == [
        ("1,200 people", "Ministry of Emergencies"),
        ("2,900 people were displaced", "Kasper Nuriel, governor of Ashet"),
    ]
    assert [rival.as_of for rival in item.detail.rivals] == [
        one[0].published and one[0].published.at,
        two[0].published and two[0].published.at,
    ]
    assert (item.detail.counts, item.headline.text) == ("people", "people were displaced")
    for piece in item.evidence:
        text = candidate.article(piece.article_id or "").text
        assert piece.span is not None
        assert piece.span.of(text) == piece.quote


def test_owners_are_read_beside_the_number_where_no_statement_holds_it() -> None:
    assert shown(of(SPOKE)) == [
        ("1,200 evacuated", "Ministry of Emergencies"),
        ("3,400 displaced", "Joint Relief Office"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The ministry put the number of people evacuated at 1,850 as of Friday.", "The ministry"),
        ("Over 1,850 people are displaced, by the estimate of the Relief Office.", "Relief Office"),
        ("Of the 1,850 evacuated given by the Relief Office nobody is left.", "Relief Office"),
        ("Mayor Hilde Orvan counted 1,850 people displaced.", "Mayor Hilde Orvan"),
    ],
)
def test_several_frames_name_an_owner(text: str, owner: str) -> None:
    assert owner in [
        says for _, says in shown(of(text, "The Office of Roofs counted 3,000 homeless."))
    ]


def test_a_number_without_an_owner_is_left_out() -> None:
    one, two = told(EVACUATED), told("Some 2,900 people were displaced in November.", by="courier")
    assert figures(a_candidate(one, two, statements=[ministry(one)]), a_week(), "issue") is None


@pytest.mark.parametrize("source", ["he", "officials", "a list of 2 long pages"])
def test_a_pronoun_a_crowd_or_a_clause_owns_no_number(source: str) -> None:
    one = told(EVACUATED)
    two = told(f"There were 2,900 people displaced, {source} said.", by="courier")
    held = said(two[0], "2,900 people displaced", source=source, wording=Wording.INDIRECT)
    candidate = a_candidate(one, two, statements=[ministry(one), held])
    assert figures(candidate, a_week(), "issue") is None


def test_a_statement_without_speaker_or_source_owns_no_number() -> None:
    one, two = (
        told(EVACUATED),
        told("There were 2,900 people displaced, it was said.", by="courier"),
    )
    held = said(two[0], "2,900 people displaced", wording=Wording.INDIRECT)
    candidate = a_candidate(one, two, statements=[ministry(one), held])
    assert figures(candidate, a_week(), "issue") is None


def test_the_innermost_statement_owns_its_number() -> None:
    text = "The governor said Ilia Brod told him that 2,900 people were displaced."
    one, two = told(EVACUATED), told(text, by="courier")
    outer = said(
        two[0],
        "Ilia Brod told him that 2,900 people were displaced",
        source="The governor",
        wording=Wording.INDIRECT,
    )
    inner = said(
        two[0], "2,900 people were displaced", speaker="Ilia Brod", wording=Wording.INDIRECT
    )
    candidate = a_candidate(one, two, statements=[ministry(one), outer, inner])
    assert shown(figures(candidate, a_week(), "issue"))[1][1] == "Ilia Brod"


def test_of_one_owner_the_newest_number_stands() -> None:
    one = told(EVACUATED, day=9)
    two = told(EVACUATED.replace("1,200", "1,850"), by="courier", day=13)
    three = told(HOMELESS, by="gazette", day=11)
    later = ministry(two, "Rescuers have evacuated 1,850 people")
    candidate = a_candidate(one, two, three, statements=[ministry(one), later, governor(three)])
    assert [printed for printed, _ in shown(figures(candidate, a_week(), "issue"))] == [
        "1,850 people",
        "2,900 people were displaced",
    ]
    alone = a_candidate(one, two, statements=[ministry(one), later])
    assert figures(alone, a_week(), "issue") is None


def test_owners_who_agree_are_no_rivals() -> None:
    one, two = told(EVACUATED), told(HOMELESS.replace("2,900", "1,200"), by="courier")
    spoken = [ministry(one), governor(two, "1,200 people were displaced")]
    assert figures(a_candidate(one, two, statements=spoken), a_week(), "issue") is None


def test_an_outlier_is_left_out_and_the_plausible_rest_stands() -> None:
    far = "The Bureau of Roads counted 90,000 displaced."
    assert len(shown(of(SPOKE, far))) == 2
    assert of("The Ministry of Works counted 1,200 displaced.", far) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Relief Office counted 2,000 people injured.",
        "The Relief Office counted 2,000 children displaced.",
        "The Relief Office counted 2,000 people at the fair.",
        "The Relief Office counted 2,000 in all.",
    ],
)
def test_numbers_of_different_things_are_no_rivals(text: str) -> None:
    assert of("The Ministry of Works counted 1,200 people displaced.", text) is None


def test_the_dead_are_counted_from_two_on_and_other_things_from_ten_on() -> None:
    dead = of("The Ministry of Works counted 4 dead.", "The Relief Office counted 6 people dead.")
    assert [printed for printed, _ in shown(dead)] == ["4 dead", "6 people dead"]
    shells = "counted 4 shells that landed between houses yesterday."
    assert of(f"The Ministry of Works {shells}", f"The Relief Office {shells}") is None


def test_things_without_a_fate_need_two_more_words_in_common() -> None:
    first = "The Ministry of Works counted 640 houses damaged beyond repair."
    item = of(first, "The Relief Office counted 910 houses damaged beyond hope.")
    assert [printed for printed, _ in shown(item)] == ["640 houses", "910 houses"]
    assert item is not None
    assert item.headline.text == "houses damaged beyond hope"
    assert of(first, "The Relief Office counted 910 houses painted yellow.") is None


def test_a_headline_without_a_noun_is_the_number_with_its_fate() -> None:
    item = of(
        "The Ministry of Works counted 1,200 evacuated.",
        "The Relief Office counted 3,400 displaced.",
    )
    assert item is not None
    assert isinstance(item.detail, RivalFigures)
    assert (item.headline.text, item.detail.counts) == ("1,200 evacuated", "people")


def test_a_heading_that_is_a_whole_sentence_gives_way_to_the_noun() -> None:
    tail = "who lived along the river in houses of clay that nobody had ever thought safe"
    item = of(
        f"The Ministry of Works counted 1,200 displaced people {tail}.",
        f"The Relief Office counted 3,400 displaced people {tail}.",
    )
    assert item is not None
    assert item.headline.text == "people"


def test_a_body_speaks_for_itself_on_its_own_page() -> None:
    bodies = {"paper1": "Relief Office"}
    first = "The Ministry of Works counted 1,200 people displaced."
    item = of(first, "As of today, 3,700 people are displaced.", bodies=bodies)
    assert ("3,700 people are displaced", "Relief Office") in shown(item)
    other = "The ministry has a list with 3,700 people displaced."
    assert of(first, other, bodies=bodies) is None


def test_numbers_in_two_languages_are_not_compared() -> None:
    one, two = (
        told(EVACUATED),
        told("Оценила Мария Ларн: эвакуированы 1850 человек.", language="ru"),
    )
    held = said(two[0], "эвакуированы 1850 человек", speaker="Мария Ларн", wording=Wording.INDIRECT)
    candidate = a_candidate(one, two, statements=[ministry(one), held])
    assert figures(candidate, a_week(), "issue") is None


def test_rivals_are_found_in_russian_too() -> None:
    item = of(
        "Министерство Дорог насчитало 1200 эвакуированных.",
        "Бюро Помощи насчитало 3400 перемещённых.",
        language="ru",
    )
    assert [says for _, says in shown(item)] == ["Министерство Дорог", "Бюро Помощи"]


def test_a_month_is_no_owner() -> None:
    assert (
        of("November counted 1,200 displaced.", "The Relief Office counted 3,400 displaced.")
        is None
    )


def test_a_doubtful_date_is_not_shown() -> None:
    one = dated(told(EVACUATED), a_day(30, doubtful=True))
    two = dated(told(HOMELESS, by="courier"), None)
    item = figures(
        a_candidate(one, two, statements=[ministry(one), governor(two)]), a_week(), "issue"
    )
    assert item is not None
    assert isinstance(item.detail, RivalFigures)
    assert [rival.as_of for rival in item.detail.rivals] == [None, None]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the ministry", "Ministry of Emergencies", True),
        ("Kasper Nuriel, governor", "K. Nuriel", True),
        ("Relief Office", "Ministry of Emergencies", False),
        ("ООН", "МЧС", False),
    ],
)
def test_owners_are_one_where_the_names_allow_it(one: str, other: str, *, same: bool) -> None:
    assert same_owner(one, other) is same
