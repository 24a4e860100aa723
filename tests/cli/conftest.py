"""The program as a shell calls it, a press to watch, and a small desk that has read it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.shell import Shell
from tests.pipeline.press import Entry, Page, Press, article, serving
from tests.pipeline.room import NOW, a_source, make_room

from watchdesk.workers import Workers


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    with Workers(count=2) as running:
        yield running


@pytest.fixture
def press() -> Iterator[Press]:
    with serving() as running:
        yield running


@pytest.fixture
def shell(
    press: Press,
    workers: Workers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Shell:
    """A shell that stands in an empty desk."""
    room = make_room(tmp_path / "desk", press, workers)
    monkeypatch.chdir(room.folder)
    return Shell(room.folder, monkeypatch, capsys)


FERRY = "The ferry between the two banks sails again, the harbour office said.\n" * 2
MOULIN = (
    "Le moulin du port tourne de nouveau depuis jeudi, dit la mairie de la ville.\n"
    "Les ouvriers ont attendu onze jours que la roue soit réparée par les charpentiers."
)


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Path:
    """A desk that has read three articles of two sources, in two languages, on two days."""
    folder = tmp_path_factory.mktemp("cli") / "desk"
    with serving() as press:
        room = make_room(folder, press, workers)
        press.put_article("/ferry", "The ferry sails again", FERRY)
        press.put_article("/market", "The market returns", FERRY.replace("ferry", "market boat"))
        page = article("Le moulin tourne", MOULIN).replace(b'lang="en"', b'lang="fr"')
        press.put("/moulin", Page(body=page), host="mill")
        feed = press.put_feed("/feed.xml", Entry(title="The ferry sails again", link="/ferry"))
        moulin = Entry(title="Le moulin tourne", link="/moulin")
        room.watch(a_source(feed, title="Harbour Post", language="en"))
        mill = press.put_feed("/feed.xml", moulin, host="mill")
        room.watch(a_source(mill, id_="mill", title="Le Moulin", language="fr"))
        room.gather()
        room.extract()
        press.put_feed("/feed.xml", Entry(title="The market returns", link="/market"))
        room.gather(NOW.replace(day=23))
        room.extract(NOW.replace(day=23))
        room.group(NOW.replace(day=23))
    return folder


@pytest.fixture
def well_read(
    read_once: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Shell:
    """A shell in a copy of the desk that has read."""
    shutil.copytree(read_once, tmp_path / "read")
    monkeypatch.chdir(tmp_path / "read")
    return Shell(tmp_path / "read", monkeypatch, capsys)
