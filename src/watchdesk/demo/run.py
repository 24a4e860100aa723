"""A finished example issue: the invented country's press is gathered, drafted, proven, published.

In: a folder that is new, empty, or an earlier demo. Out: events of the run, and at the end where
to open it. It talks to the small site of `demo.site` on this machine and to nobody else.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path

import tomlkit

from watchdesk.config import add_sources, create
from watchdesk.demo.folder import lay_out_folder
from watchdesk.demo.site import FIRST_READ, ISSUE_DATE, SECOND_READ, DemoSite, DemoSource
from watchdesk.demo.witness import give_out
from watchdesk.model import OPENED, Event, Precision, Proposal, Source, UsageError, Verdict
from watchdesk.pipeline import (
    approve,
    chain,
    find,
    issue_numbered,
    open_desk,
    prove,
    publish,
    working_on,
    write_draft,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.entering import ByHand, enter
from watchdesk.pipeline.proposing import Answer, decide, waiting
from watchdesk.sources import kind_of
from watchdesk.store.search import Question
from watchdesk.workers import Workers

TITLE = "The Karvenia Letter"
NOTE = "Example issue: Karvenia is an invented country"
EDITOR = "Example Editor"
SECOND_EDITOR = "Second Example Editor"
"""Says the second yes that a testimony needs."""
MARK = ".example"
PAPERS = "papers"

ACCEPTED = {
    ("cases", "detained"),
    ("measures", OPENED),
    ("measures", "introduced"),
    ("measures", "referred"),
    ("measures", "reported"),
    ("measures", "adopted"),
}
"""What the example editor takes into the registers of what is sure of its day."""

MAP = "karvenia.geojson"
"""The invented country, drawn in the open sea."""

HEARING = "Hearing, 27 November 2026"
TESMIR = {"place": "Tesmir", "lat": 41.12, "lon": -38.62}
MINISTRY_COUNTS, DEPUTIES_COUNT = 19, 27
CRACKED = "fourteen new cracks in the walls of Saint Tamen"
GORAVET = {"place": "Goravet", "lat": 41.62, "lon": -40.05}
"""An announced event and a site that the example editor puts on the map."""

STEP = timedelta(hours=1)
"""Between the last reading and the draft, and from there to the proof, on the demo's clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Where the finished example stands."""

    folder: Path
    issue_page: Path


def prepare(folder: Path) -> None:
    """Make the folder ready; only an earlier demo is ever overwritten."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).exists():
            raise UsageError(f"{folder} is not empty and no earlier demo; name another folder.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text("Made by 'watchdesk demo'; it is made anew each time.\n")


def run(folder: Path) -> Iterator[Event]:
    """Two readings six days apart, then the issue."""
    prepare(folder)
    with DemoSite() as site:
        make_desk(folder, site)
        for moment in (FIRST_READ, SECOND_READ):
            site.move_to(moment)
            lay_out_folder(folder / PAPERS, port=site.port, moment=moment)
            if moment is SECOND_READ:
                _hear_witness(folder)
            yield from _read(folder, moment)
    yield from _issue(folder)


def shown(folder: Path) -> Shown:
    """Where to open what the demo made."""
    return Shown(folder=folder, issue_page=(folder / "site" / "index.html").resolve())


def _read(folder: Path, moment: datetime) -> Iterator[Event]:
    with open_desk(folder, now=moment) as desk, working_on(desk, "demo"), Workers() as workers:
        yield from chain(desk, workers)


def _hear_witness(folder: Path) -> None:
    with open_desk(folder, now=SECOND_READ) as desk:
        give_out(desk, folder / PAPERS, by=EDITOR, second=SECOND_EDITOR)


def _issue(folder: Path) -> Iterator[Event]:
    with open_desk(folder, now=ISSUE_DATE) as desk, working_on(desk, "demo"):
        _accept(desk)
        prove(desk, write_draft(desk, dated=ISSUE_DATE))
        approve(desk, issue_numbered(desk, None), by=EDITOR, note="The demo lets its example go.")
        yield from publish(desk, issue_numbered(desk, None))


def _accept(desk: Desk) -> None:
    """The example editor accepts a few of the proposals, by what they say."""
    for one in waiting(desk):
        sure = one.precision is Precision.DAY or one.kind == OPENED
        if (one.register, one.kind) in ACCEPTED and sure and not one.alike:
            decide(desk, one.id, Answer(verdict=Verdict.ACCEPT, by=EDITOR))
    hearing = next(one for one in waiting(desk, "events") if one.title == HEARING)
    decide(desk, hearing.id, Answer(verdict=Verdict.AMEND, by=EDITOR, value=TESMIR))
    _enter_site(desk)
    _enter_figures(desk)


def _enter_figures(desk: Desk) -> None:
    """The ministry's count of those held, and the deputies' beside it in one entry."""
    found = {one.value["number"]: one for one in waiting(desk, "figures") if _counts_held(one)}
    first = Answer(verdict=Verdict.ACCEPT, by=EDITOR)
    told = decide(desk, found[MINISTRY_COUNTS].id, first)
    beside = Answer(verdict=Verdict.ACCEPT, by=EDITOR, into=told[-1].entry)
    decide(desk, found[DEPUTIES_COUNT].id, beside)


def _counts_held(one: Proposal) -> bool:
    return bool(one.value["fate"] == "held")


def _enter_site(desk: Desk) -> None:
    """The example editor enters a site with the passage that tells of it."""
    [found, *_] = find(desk, Question(words=CRACKED))
    told = ByHand(
        target="sites",
        title="Saint Tamen",
        kind="damaged",
        by=EDITOR,
        held_from=found.published.date() if found.published else FIRST_READ.date(),
        article=found.article_id,
        quote=CRACKED,
        value=GORAVET,
    )
    enter(desk, told)


def make_desk(folder: Path, site: DemoSite) -> None:
    """A desk that watches the running site, with the demo's sections and its two editors."""
    create(folder, title=TITLE, language="en", allow=(f"127.0.0.1:{site.port}",))
    file = folder / "desk.toml"
    desk = tomlkit.parse(file.read_text())
    desk["limits"]["per_host_delay"] = 0.05  # its own site, on this machine
    desk["limits"]["retry_seconds"] = 0.2
    desk["house"]["example_note"] = NOTE
    desk["maps"] = {"land": "none", "layer": MAP, "layer_by": "Karvenia, an invented country"}
    desk["timezone"], desk["goes_out"] = "Asia/Yerevan", "Friday 09:00"  # UTC+4, as Karvenia is
    desk["sections"] = _sections()
    desk["publish"] = {"registers": ["measures", "cases", "sites", "events"]}
    desk["editors"] = [
        {"name": EDITOR, "mail": "editor@karvenia.example", "role": "editor"},
        {"name": SECOND_EDITOR, "mail": "second@karvenia.example", "role": "editor"},
    ]
    file.write_text(tomlkit.dumps(desk))
    material = resources.files("watchdesk.demo") / "material" / MAP
    (folder / MAP).write_bytes(material.read_bytes())
    add_sources(folder, (_source(one, folder) for one in site.sources()))


def _sections() -> object:
    material = resources.files("watchdesk.demo") / "material" / "sections.toml"
    return tomlkit.parse(material.read_text(encoding="utf-8"))["sections"]


def _source(one: DemoSource, folder: Path) -> Source:
    kind = kind_of(one.kind)
    place = {"path": str((folder / PAPERS).resolve())} if one.kind == "folder" else {"url": one.url}
    return Source(
        id=one.id,
        kind=one.kind,
        options=kind.options(**place),
        title=one.title,
        party=one.party,
        body=one.body,
        language=one.language,
    )
