"""Numbers that disagree become items that show all of them."""

from tests.issue.making import a_candidate, a_week, span_of, told

from watchdesk.issue.items import figures, figures_of_brief
from watchdesk.model import Article, Claim, Quantity, RivalFigures
from watchdesk.text.cited import cite

ONE = told("The Ministry of Works counted 1,200 people displaced.", day=12)
TWO = told(
    "The Relief Office counted 2,900 people displaced.",
    by="courier",
    day=9,
    title="Relief Office: 2,900 people displaced",
)


def claim(article: Article, value: float, printed: str, says: str) -> Claim:
    published = article.published
    assert published is not None
    evidence = cite(article, span_of(article, printed))
    return Claim(
        value=value,
        low=value,
        high=value,
        says=says,
        as_of=published.at,
        at=published.at,
        evidence=(evidence,),
    )


DISPLACED = Quantity(
    key="people:displaced::en",
    noun="people",
    fate="displaced",
    unit=None,
    language="en",
    counts="people",
    heading=cite(ONE[0], span_of(ONE[0], "people displaced")),
    claims=(
        claim(TWO[0], 2900, "2,900 people displaced", "Relief Office"),
        claim(ONE[0], 1200, "1,200 people displaced", "Ministry of Works"),
    ),
)


def test_all_who_disagree_stand_side_by_side_in_the_order_of_their_dates() -> None:
    (item,) = figures(a_candidate(ONE, TWO, quantities=[DISPLACED]), a_week(), "issue")
    assert item.headline.text == "people displaced"
    assert isinstance(item.detail, RivalFigures)
    assert [(rival.printed, rival.says) for rival in item.detail.rivals] == [
        ("2,900 people displaced", "Relief Office"),
        ("1,200 people displaced", "Ministry of Works"),
    ]


def test_a_brief_brings_the_numbers_that_its_headline_prints() -> None:
    brought = a_candidate(TWO, ONE, quantities=[DISPLACED])
    assert len(figures_of_brief(brought, a_week(), "issue")) == 1
    silent = a_candidate(ONE, TWO, quantities=[DISPLACED])
    assert figures_of_brief(silent, a_week(), "issue") == ()
