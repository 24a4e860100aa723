import io
import math
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from PIL import Image

from watchdesk.model import DARK, LIGHT, Palette
from watchdesk.model.theme import LEAST_CONTRAST, contrast
from watchdesk.publish.charts import (
    Chart,
    Claimed,
    Ground,
    OverTime,
    Place,
    PlacesMap,
    SideBySide,
    View,
    draw,
    is_drawable,
    shapes,
)
from watchdesk.publish.charts.views import Label
from watchdesk.publish.tongue import languages, tongue
from watchdesk.publish.typeset import MARGIN, png

HOSTILE = '<script>alert(1)</script>" & \x01 #panic("x") *b* ]]> \u202e'


def a_count(says: str = "Relief Office") -> SideBySide:
    return SideBySide(
        title="How many left the valley",
        counts="people who left the valley",
        claims=(
            Claimed(printed="over 14,000", says=says, as_of="2 May", low=14_000, high=math.inf),
            Claimed(printed="9,200", says="Governor", as_of="9 May", low=9_200, high=9_200),
            Claimed(printed="under 7,000", says="Ministry", as_of="", low=0, high=7_000),
        ),
    )


def a_way() -> OverTime:
    counts = (3, 3, 5, 4, 4, 9)
    points = tuple((date(2026, month, 1), count) for month, count in enumerate(counts, 1))
    return OverTime(title="Held", counts="people held", points=points, monthly=True)


def a_map(ground: Ground | None = None, name: str = "Chapel of Saint Neda") -> PlacesMap:
    places = (
        Place(name=name, lon=46.7, lat=39.8, says="Damaged"),
        Place(name="Rally", lon=44.5, lat=40.2, kind="event", says="21 November 2026"),
    )
    return PlacesMap(title="Sites", places=places, ground=ground or Ground())


VIEWS: tuple[View, ...] = (a_count(), a_way(), a_map())
each = pytest.mark.parametrize("view", VIEWS, ids=lambda view: type(view).__name__)


def drawn(chart: Chart) -> ET.Element:
    return ET.fromstring(chart.svg)


@each
def test_it_says_what_it_shows_and_has_its_numbers_beside_it(view: View) -> None:
    chart = draw(view)
    svg = drawn(chart)
    texts = [one.text for one in svg if one.tag.endswith(("title", "desc"))]
    assert texts == [view.title, chart.alt]
    assert chart.table.rows
    assert all(len(row) == len(chart.table.head) for row in chart.table.rows)


@each
@pytest.mark.parametrize("language", [*languages(), "ar"])
def test_it_speaks_every_language(view: View, language: str) -> None:
    assert "{" not in draw(view, tongue(language)).alt


@pytest.mark.parametrize("view", [a_count(HOSTILE), a_map(name=HOSTILE)])
def test_a_strangers_words_stay_words(view: View) -> None:
    chart = draw(view)
    svg = drawn(chart)
    assert not [one for one in svg.iter() if one.tag.endswith("script")]
    assert png(chart).startswith(b"\x89PNG")


def test_rivals_have_one_colour_and_one_scale_and_none_is_averaged() -> None:
    chart = draw(a_count())
    bars = [one for one in drawn(chart) if one.get("class") == "fill-mark"]
    lengths = [float(one.get("width", "0")) for one in bars]
    assert lengths[0] / lengths[1] == pytest.approx(14_000 / 9_200, rel=0.01)
    assert [row[0] for row in chart.table.rows] == ["over 14,000", "9,200", "under 7,000"]


def test_a_count_over_time_is_told_change_by_change() -> None:
    rows = draw(a_way()).table.rows
    assert rows == (("Jan 2026", "3"), ("Mar 2026", "5"), ("Apr 2026", "4"), ("Jun 2026", "9"))


def test_years_of_days_are_told_by_the_month() -> None:
    days = tuple((date.fromordinal(738_000 + at), at % 9) for at in range(2_000))
    assert len(draw(OverTime(title="", counts="", points=days)).table.rows) < 70


def test_a_map_is_cut_to_what_it_shows_and_says_whose_borders_those_are() -> None:
    chart = draw(a_map())
    assert len(chart.svg) < 20_000
    assert "Natural Earth" in chart.caption
    assert 'stroke-dasharray="5 2 1 2"' in chart.svg
    assert 'stroke-dasharray="5 2 1 2"' not in draw(a_map(Ground(land="land"))).svg


def test_a_map_over_the_date_line_shows_both_sides_near_each_other() -> None:
    places = tuple(Place(name=name, lon=lon, lat=-16) for name, lon in (("a", 179), ("b", -179)))
    west, east = (label.x for label in draw(PlacesMap(title="", places=places)).labels[:2])
    assert 0 < west < east < 520


def test_a_desk_may_lay_its_own_lines_over_or_leave_the_earth_out() -> None:
    own = {"type": "LineString", "coordinates": [[44, 39], [48, 41]]}
    chart = draw(a_map(Ground(land="none", layer=own, layer_by="drawn by the desk")))
    assert chart.caption == "drawn by the desk."
    over = draw(a_map(Ground(land="land", layer=own, layer_by="drawn by the desk")))
    assert over.caption.endswith("no borders are drawn. Further lines: drawn by the desk.")
    assert "tint" not in chart.svg


def test_names_on_a_map_never_cover_each_other_or_a_pin() -> None:
    towns = [
        {"type": "Feature", "properties": {"name": f"Town {at}"},
         "geometry": {"type": "Point", "coordinates": [46.7 + at / 50, 39.8]}}
        for at in range(9)
    ]  # fmt: skip
    chart = draw(a_map(Ground(layer={"features": towns})))
    named = [one for one in chart.labels if one.words.startswith(("Town", "Chapel"))]
    assert len(named) > 1
    spans = [(one.y, *ends(one)) for one in named]
    for at, (y, start, end) in enumerate(spans):
        for other, other_start, other_end in spans[at + 1 :]:
            assert abs(y - other) >= 12 or end <= other_start or other_end <= start


def ends(label: Label) -> tuple[float, float]:
    """Where the words begin and end, if they are as wide as they are drawn at least."""
    long = 0.5 * label.size * len(label.words)
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    return label.x - before * long, label.x + (1 - before) * long


@pytest.mark.parametrize(
    "layer",
    [
        {"type": "Topology"},
        {"type": "Point", "coordinates": ["x", 1]},
        {"type": "Point", "coordinates": [math.nan, 1]},
        {
            "features": [
                {"features": [{"features": [{"features": [{"features": [{"features": [{}]}]}]}]}]}
            ]
        },
    ],
)
def test_what_is_no_geojson_is_refused_in_a_sentence(layer: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="The map's layer"):
        shapes(layer)


def test_a_shape_without_a_place_is_no_shape() -> None:
    assert shapes({"type": "Feature", "geometry": None}) == ()


def test_nothing_is_drawn_where_there_is_nothing_to_see() -> None:
    assert all(is_drawable(view) for view in VIEWS)
    assert not is_drawable(PlacesMap(title="", places=()))
    assert not is_drawable(SideBySide(title="", counts="", claims=a_count().claims[:1]))
    assert not is_drawable(OverTime(title="", counts="", points=((date(2026, 1, 1), 0),) * 2))


@each
def test_a_picture_for_mail_has_a_painted_ground(view: View) -> None:
    chart = draw(view)
    picture = Image.open(io.BytesIO(png(chart)))
    assert picture.size == (2 * (chart.width + 2 * MARGIN), 2 * (chart.height + 2 * MARGIN))
    assert picture.convert("RGBA").getchannel("A").getextrema() == (255, 255)
    paper = tuple(int(LIGHT.paper[at : at + 2], 16) for at in (1, 3, 5))
    assert picture.convert("RGB").getpixel((2, 2)) == paper


@each
def test_a_picture_is_the_same_again(view: View) -> None:
    assert png(draw(view)) == png(draw(view))


@each
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_its_words_can_be_read_in_both_schemes(view: View, palette: Palette) -> None:
    for label in draw(view, colours=palette).labels:
        grounds = ("mark", "ink") if label.fill == "paper" else ("paper", "tint")
        for ground in grounds:
            reached = contrast(getattr(palette, label.fill), getattr(palette, ground))
            assert reached >= LEAST_CONTRAST, (label.words, ground)
