"""A past newsletter becomes what the editor ticks of it."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.visiting import HERE, Visitor
from tests.extract.test_past import HEADINGS

from watchdesk.demo.site import ISSUE_DATE
from watchdesk.desk.app import make_app
from watchdesk.pipeline import working_on


@pytest.fixture
def visitor(folder: Path) -> Visitor:
    return Visitor(TestClient(make_app(folder, now=ISSUE_DATE)), folder)


def test_a_file_is_read_into_ticks_and_what_is_ticked_is_taken(visitor: Visitor) -> None:
    upload = {"file": ("letter.html", HEADINGS.encode(), "text/html")}
    read = visitor.client.post("/past/read", files=upload, headers=HERE)
    assert read.status_code == 200
    assert 'value="gazette.example" checked' in read.text
    assert 'value="Culture" disabled' in read.text
    ticked = {"section": ["Parliament"], "form": "5 1 2"}
    taken = visitor.client.post("/past/take", data=ticked, headers=HERE)
    assert "Parliament" in taken.text
    with visitor.desk() as desk:
        assert desk.config.sections[-1].title == "Parliament"
        assert desk.config.house.sentences == 5


def test_nothing_to_read_is_said(visitor: Visitor) -> None:
    assert "Choose a file" in visitor.is_refused("/past/read", address="")
    upload = {"file": ("letter.html", b"<p>no links</p>", "text/html")}
    answer = visitor.client.post("/past/read", files=upload, headers=HERE)
    assert (answer.status_code, "no newsletter" in answer.text) == (422, True)


def test_no_site_is_asked_while_a_run_works_on_the_desk(visitor: Visitor) -> None:
    with visitor.desk() as desk, working_on(desk, "gather"):
        for path, field in (("/past/read", "address"), ("/past/take", "host")):
            told = visitor.is_refused(path, **{field: "gazette.example"})
            assert "Another process works on this desk" in told
