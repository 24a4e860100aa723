"""The figure ledger: which numbers count one thing, who gives them, and what disagrees."""

from collections.abc import Sequence
from math import inf

import pytest
from tests.issue.making import a_day, dated, figures_of, said, told

from watchdesk.model import Article, Bound, Capture, Figure, Quantity, Span, Statement, Wording
from watchdesk.registers.figures import Report, interval, ledger
from watchdesk.registers.owners import same_owner

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


def counts(
    *pairs: Pair,
    statements: Sequence[Statement] = (),
    bodies: dict[str, str] | None = None,
    copies_of: dict[int, int] | None = None,
) -> tuple[Quantity, ...]:
    """What the ledger makes of a story told by these articles."""
    copies = copies_of or {}
    reports = [
        Report(
            article=article,
            at=article.published.at if article.published else capture.fetched_at,
            outlet=(article.source_id or "").title(),
            body=(bodies or {}).get(article.source_id or "", ""),
            origin=pairs[copies.get(place, place)][0].id,
            statements=tuple(one for one in statements if one.article_id == article.id),
            figures=figures_of(article),
        )
        for place, (article, capture) in enumerate(pairs)
    ]
    return ledger(reports)


def conflict(found: Sequence[Quantity]) -> Quantity | None:
    """The one quantity whose numbers disagree, or None."""
    disputed = [one for one in found if one.rivals]
    assert len(disputed) < 2
    return disputed[0] if disputed else None


def shown(found: Sequence[Quantity]) -> list[tuple[str, str]]:
    """Each number that disagrees, as printed, with who says it."""
    quantity = conflict(found)
    return [(claim.printed, claim.says) for claim in quantity.rivals] if quantity else []


def of(
    *texts: str, bodies: dict[str, str] | None = None, language: str = "en"
) -> tuple[Quantity, ...]:
    """What a story counts that is told by these texts without statements."""
    pairs = [
        told(text, by=f"paper{place}", day=10 + place, language=language)
        for place, text in enumerate(texts)
    ]
    return counts(*pairs, bodies=bodies)


def test_two_owners_stand_side_by_side_by_size_with_their_dates() -> None:
    one, two = told(EVACUATED, day=9), told(HOMELESS, by="courier", day=11)
    found = counts(one, two, statements=[ministry(one), governor(two)])
    quantity = conflict(found)
    assert quantity is not None
    assert shown(found) == [
        ("1,200 people", "Ministry of Emergencies"),
        ("2,900 people were displaced", "Kasper Nuriel, governor of Ashet"),
    ]
    assert [rival.as_of for rival in quantity.rivals] == [
        one[0].published and one[0].published.at,
        two[0].published and two[0].published.at,
    ]
    assert (quantity.counts, quantity.heading.quote) == ("people", "people were displaced")
    for claim in quantity.claims:
        (place,) = claim.evidence
        article = next(one for one, _ in (one, two) if one.id == place.article_id)
        assert place.span is not None
        assert place.span.of(article.text) == place.quote


def test_owners_are_read_beside_the_number_where_no_statement_holds_it() -> None:
    assert shown(of(SPOKE)) == [
        ("1,200 evacuated", "Ministry of Emergencies"),
        ("3,400 displaced", "Joint Relief Office"),
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The ministry put the number of people evacuated at 1,850 as of Friday.", "The ministry"),
        (
            "About 1,850 people are displaced, by the estimate of the Relief Office.",
            "Relief Office",
        ),
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
    assert conflict(counts(one, two, statements=[ministry(one)])) is None


@pytest.mark.parametrize("source", ["he", "officials", "a list of 2 long pages"])
def test_a_pronoun_a_crowd_or_a_clause_owns_no_number(source: str) -> None:
    one = told(EVACUATED)
    two = told(f"There were 2,900 people displaced, {source} said.", by="courier")
    held = said(two[0], "2,900 people displaced", source=source, wording=Wording.INDIRECT)
    found = counts(one, two, statements=[ministry(one), held])
    assert conflict(found) is None


def test_a_statement_without_speaker_or_source_owns_no_number() -> None:
    one, two = (
        told(EVACUATED),
        told("There were 2,900 people displaced, it was said.", by="courier"),
    )
    held = said(two[0], "2,900 people displaced", wording=Wording.INDIRECT)
    found = counts(one, two, statements=[ministry(one), held])
    assert conflict(found) is None


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
    found = counts(one, two, statements=[ministry(one), outer, inner])
    assert shown(found)[1][1] == "Ilia Brod"


def test_of_one_owner_the_newest_number_stands() -> None:
    one = told(EVACUATED, day=9)
    two = told(EVACUATED.replace("1,200", "1,850"), by="courier", day=13)
    three = told(HOMELESS, by="gazette", day=11)
    later = ministry(two, "Rescuers have evacuated 1,850 people")
    found = counts(one, two, three, statements=[ministry(one), later, governor(three)])
    assert [printed for printed, _ in shown(found)] == [
        "2,900 people were displaced",
        "1,850 people",
    ]
    alone = counts(one, two, statements=[ministry(one), later])
    assert conflict(alone) is None


def test_owners_who_agree_are_no_rivals() -> None:
    one, two = told(EVACUATED), told(HOMELESS.replace("2,900", "1,200"), by="courier")
    spoken = [ministry(one), governor(two, "1,200 people were displaced")]
    assert conflict(counts(one, two, statements=spoken)) is None


def test_an_outlier_is_left_out_and_the_plausible_rest_stands() -> None:
    far = "The Bureau of Roads counted 90,000 displaced."
    assert len(shown(of(SPOKE, far))) == 2
    assert conflict(of("The Ministry of Works counted 1,200 displaced.", far)) is None


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
    assert conflict(of("The Ministry of Works counted 1,200 people displaced.", text)) is None


def test_the_dead_are_counted_from_two_on_and_other_things_from_ten_on() -> None:
    dead = of("The Ministry of Works counted 4 dead.", "The Relief Office counted 6 people dead.")
    assert [printed for printed, _ in shown(dead)] == ["4 dead", "6 people dead"]
    shells = "counted 4 shells that landed between houses yesterday."
    assert conflict(of(f"The Ministry of Works {shells}", f"The Relief Office {shells}")) is None


def test_things_without_a_fate_need_two_more_words_in_common() -> None:
    first = "The Ministry of Works counted 640 houses damaged beyond repair."
    found = of(first, "The Relief Office counted 910 houses damaged beyond hope.")
    assert [printed for printed, _ in shown(found)] == ["640 houses", "910 houses"]
    quantity = conflict(found)
    assert quantity is not None
    assert quantity.heading.quote == "houses damaged beyond hope"
    assert conflict(of(first, "The Relief Office counted 910 houses painted yellow.")) is None


def test_a_headline_without_a_noun_is_the_number_with_its_fate() -> None:
    found = of(
        "The Ministry of Works counted 1,200 evacuated.",
        "The Relief Office counted 3,400 displaced.",
    )
    quantity = conflict(found)
    assert quantity is not None
    assert (quantity.heading.quote, quantity.counts) == ("3,400 displaced", "people")


def test_a_heading_that_is_a_whole_sentence_gives_way_to_the_noun() -> None:
    tail = "who lived along the river in houses of clay that nobody had ever thought safe"
    found = of(
        f"The Ministry of Works counted 1,200 displaced people {tail}.",
        f"The Relief Office counted 3,400 displaced people {tail}.",
    )
    quantity = conflict(found)
    assert quantity is not None
    assert quantity.heading.quote == "people"


def test_a_body_speaks_for_itself_on_its_own_page() -> None:
    bodies = {"paper1": "Relief Office"}
    first = "The Ministry of Works counted 1,200 people displaced."
    found = of(first, "As of today, 3,700 people are displaced.", bodies=bodies)
    assert ("3,700 people are displaced", "Relief Office") in shown(found)
    other = "The ministry has a list with 3,700 people displaced."
    assert conflict(of(first, other, bodies=bodies)) is None


def test_numbers_in_two_languages_are_not_compared() -> None:
    one, two = (
        told(EVACUATED),
        told("Оценила Мария Ларн: эвакуированы 1850 человек.", language="ru"),
    )
    held = said(two[0], "эвакуированы 1850 человек", speaker="Мария Ларн", wording=Wording.INDIRECT)
    found = counts(one, two, statements=[ministry(one), held])
    assert conflict(found) is None


def test_rivals_are_found_in_russian_too() -> None:
    found = of(
        "Министерство Дорог насчитало 1200 эвакуированных.",
        "Бюро Помощи насчитало 3400 перемещённых.",
        language="ru",
    )
    assert [says for _, says in shown(found)] == ["Министерство Дорог", "Бюро Помощи"]


def test_a_month_is_no_owner() -> None:
    assert (
        conflict(
            of("November counted 1,200 displaced.", "The Relief Office counted 3,400 displaced.")
        )
        is None
    )


def test_a_doubtful_date_is_not_shown() -> None:
    one = dated(told(EVACUATED), a_day(30, doubtful=True))
    two = dated(told(HOMELESS, by="courier"), None)
    found = counts(one, two, statements=[ministry(one), governor(two)])
    quantity = conflict(found)
    assert quantity is not None
    assert [rival.as_of for rival in quantity.rivals] == [None, None]


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


@pytest.mark.parametrize(
    ("bound", "low", "high", "ends"),
    [
        (None, None, None, (100, 100)),
        (None, 80.0, 120.0, (80, 120)),
        (Bound.OVER, None, None, (100, inf)),
        (Bound.UNDER, None, None, (-inf, 100)),
        (Bound.ABOUT, None, None, (95, 105)),
    ],
)
def test_a_number_is_an_interval(
    bound: Bound | None, low: float | None, high: float | None, ends: tuple[float, float]
) -> None:
    figure = Figure(
        id="f", article_id="a", span=Span(0, 3), value=100, low=low, high=high, bound=bound
    )
    assert interval(figure) == ends


def rivals_of(*numbers: str) -> list[str]:
    """Who disagrees when each office of a story counts so many displaced, a day apart."""
    offices = ("Ministry of Works", "Relief Office", "Guild of Carters", "Bureau of Roads")
    texts = [
        f"The {offices[place]} counted {number} people displaced."
        for place, number in enumerate(numbers)
    ]
    return [printed for printed, _ in shown(of(*texts))]


@pytest.mark.parametrize(
    ("numbers", "disagreeing"),
    [
        (("1,200", "1,200"), []),
        (("over 1,000", "1,200"), []),
        (("about 1,200", "1,230"), []),
        (("fewer than 1,000", "1,200"), ["1,000", "1,200"]),
        (("1,200", "over 2,000"), ["1,200", "2,000"]),
        (("1,000 to 1,300", "1,200"), []),
        (("1,000 to 1,300", "1,400"), ["1,000", "1,400"]),
        (("1,200", "1,200", "2,000"), ["1,200", "1,200", "2,000"]),
        (("over 1,000", "1,200", "2,000"), ["1,200", "2,000"]),
    ],
)
def test_only_intervals_with_nothing_in_common_disagree(
    numbers: tuple[str, ...], disagreeing: list[str]
) -> None:
    found = rivals_of(*numbers)
    assert len(found) == len(disagreeing)
    assert all(one in printed for one, printed in zip(disagreeing, found, strict=True))


def test_what_agrees_keeps_all_voices() -> None:
    (quantity,) = of(
        "The Ministry of Works counted over 1,000 people displaced.",
        "The Relief Office counted 1,100 to 1,300 people displaced.",
    )
    assert [claim.says for claim in quantity.claims] == ["Ministry of Works", "Relief Office"]


def test_a_later_number_of_one_voice_replaces_the_earlier_which_is_kept() -> None:
    (quantity,) = of(
        "The Ministry of Works counted 1,200 people displaced.",
        "The Ministry of Works counted 1,900 people displaced.",
    )
    assert [claim.value for claim in quantity.claims] == [1900]
    assert [claim.value for claim in quantity.replaced] == [1200]


def test_a_number_said_again_is_one_claim_with_both_places() -> None:
    (quantity,) = of(
        "The Ministry of Works counted 1,200 people displaced.",
        "The Ministry of Works counted 1,200 people displaced again.",
    )
    (claim,) = quantity.claims
    assert len(claim.evidence) == 2
    assert quantity.replaced == ()


def test_an_old_number_that_is_printed_again_does_not_come_back() -> None:
    (quantity,) = of(
        "The Ministry of Works counted 1,200 people displaced.",
        "The Ministry of Works counted 1,900 people displaced.",
        "The Ministry of Works counted 1,200 people displaced at first.",
    )
    assert [claim.value for claim in quantity.claims] == [1900]
    assert len(quantity.replaced[0].evidence) == 2


def test_the_day_that_a_clause_names_goes_before_the_date_of_its_article() -> None:
    late = "The Ministry of Works counted 1,200 people displaced as of 3 November 2026."
    soon = "The Ministry of Works counted 1,900 people displaced."
    one, two = told(soon, by="tidings", day=10), told(late, by="courier", day=12)
    (quantity,) = counts(one, two)
    assert [claim.value for claim in quantity.claims] == [1900]
    assert quantity.replaced[0].as_of is not None
    assert quantity.replaced[0].as_of.day == 3


def test_copies_of_one_text_are_one_voice() -> None:
    text = "Some 2,900 people were displaced in the valley."
    pairs = told(text, by="tidings"), told(text, by="courier"), told(text, by="gazette")
    (quantity,) = counts(*pairs, copies_of={1: 0})
    assert [(claim.says, len(claim.evidence)) for claim in quantity.claims] == [
        ("Tidings", 2),
        ("Gazette", 1),
    ]


def test_an_outlet_in_its_own_voice_is_kept_and_contradicts_nobody() -> None:
    (quantity,) = of(
        "The Ministry of Works counted 1,200 people displaced.",
        "At least 2,900 people were displaced.",
    )
    assert [(claim.says, claim.own) for claim in quantity.claims] == [
        ("Ministry of Works", False),
        ("Paper1", True),
    ]
    assert quantity.rivals == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,200 people displaced", "1,900 families displaced"),
        ("1,200 dollars", "1,900 roubles"),
        ("12 people killed in Velmor", "19 people killed in Ashet"),
        ("12 people killed in 2021", "19 people killed in 2024"),
        ("12 people killed", "19 people injured"),
        ("12 people killed", "19 more people killed"),
        ("12 people killed", "another 19 people killed"),
    ],
)
def test_other_units_places_years_and_steps_are_not_compared(one: str, other: str) -> None:
    found = of(f"The Ministry of Works counted {one}.", f"The Relief Office counted {other}.")
    assert conflict(found) is None


def test_another_number_behind_a_fate_is_a_count_of_its_own() -> None:
    found = of(
        "The Ministry of Works counted 12 people killed and another 40 people injured.",
        "The Relief Office counted 60 people injured.",
    )
    assert [printed for printed, _ in shown(found)] == ["40 people injured", "60 people injured"]


def test_a_count_that_only_grows_and_fell_is_pointed_out() -> None:
    (quantity,) = of(
        "The Ministry of Works counted 19 people killed.",
        "The Ministry of Works counted 12 people killed.",
    )
    (warning,) = quantity.warnings
    assert warning == (
        "A count that only grows fell: "
        "Ministry of Works gave 19 people killed, now 12 people killed."
    )


def test_a_part_larger_than_its_whole_is_pointed_out() -> None:
    found = of(
        "The Ministry of Works counted 12 people killed.",
        "The Ministry of Works counted 19 children killed.",
    )
    (warning,) = [warning for one in found for warning in one.warnings]
    assert warning == (
        "A part is larger than its whole: 19 children killed of 12 people killed "
        "(Ministry of Works)."
    )
