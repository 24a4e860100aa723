"""Points where the sentences are parallel, running text elsewhere."""

from dataclasses import replace

import pytest
from tests.builders import an_issue
from tests.publish.standard import a_publication, letter_item

from watchdesk.model import Section
from watchdesk.publish import Publication
from watchdesk.publish.email import email
from watchdesk.publish.parallel import parallel
from watchdesk.publish.plain import text
from watchdesk.publish.publisher import Publisher
from watchdesk.publish.web import web

PLACES = (
    "In Tarrin, fourteen houses were flooded at night.",
    "In Halden, four people were brought to shelters.",
    "In Orsa, the bridge was shut on Monday morning.",
)


@pytest.mark.parametrize(
    "sentences",
    [
        PLACES,
        ("14 houses burned down.", "3 people were hurt.", "200 were moved to schools."),
        ("Tarrin: the road is shut.", "Halden: the school is open.", "Orsa: nobody was hurt."),
        ("В Тарине закрыта дорога.", "В Халдене открыта школа.", "В Орсе никто не пострадал."),
    ],
)
def test_sentences_that_open_in_the_same_way_are_points(sentences: tuple[str, ...]) -> None:
    assert parallel(sentences)


@pytest.mark.parametrize(
    "sentences",
    [
        (),
        PLACES[:2],
        ("The river rose at night.", "The town was flooded.", "The governor came on Monday."),
        (*PLACES[:2], "The governor came on Monday."),
        (*PLACES[:2], f"In Velmor, {'nobody knows how the water came so far ' * 4}at all."),
        (PLACES[0], PLACES[0], PLACES[1]),
        ("14 houses burned down.", "In 3 places.", "It rained."),
    ],
)
def test_others_stay_running_text(sentences: tuple[str, ...]) -> None:
    assert not parallel(sentences)


def publication(lines: tuple[str, ...]) -> Publication:
    item = letter_item()
    told = tuple(replace(item.lines[0], text=words) for words in lines)
    section = Section(key="all", title="All", items=(replace(item, lines=told),))
    return replace(a_publication(), issue=an_issue(section))


@pytest.mark.parametrize(("lines", "points"), [(PLACES, True), (PLACES[:2], False)])
def test_the_page_the_mail_and_the_plain_text_print_points(
    lines: tuple[str, ...], points: bool
) -> None:
    page, mail, plain_text = (_telling(each, lines) for each in (web(), email(), text()))
    assert ('<ul class="points"' in page) is points
    assert ('<ul class="points"' in mail) is points
    assert ("• In Tarrin" in plain_text) is points


def _telling(publisher: Publisher, lines: tuple[str, ...]) -> str:
    """The first file of an edition that prints the last of the lines."""
    files = publisher.render(publication(lines))
    words = " ".join(lines[-1].split()[:2])
    bodies = (f.body.decode() for f in files if f.media_type.startswith("text/"))
    return next(body for body in bodies if words in body)
