"""The whole site of a desk, in its folder: what changed is made anew, the rest is left alone.

In: an open desk and an issue that joins the published ones. Out: events, one for each file that was
looked at. Each issue, the shared pages and each year's search index are a group with a digest of
what they are made from; a run that was killed is finished by the next.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from watchdesk.model import (
    CONSENTED,
    MERGED,
    RETRACTED,
    WITHDRAWN,
    Code,
    Done,
    Event,
    Failed,
    Finished,
    Issue,
    Problem,
    Stage,
    Started,
    digest_of,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.sharing import corrections_of, site_of
from watchdesk.publish import (
    INDEXES,
    PUBLISHERS,
    Abstract,
    CorrectionLine,
    Entry,
    File,
    IssueHead,
    Publication,
    TypesettingError,
    abstract_and_entries,
    furniture,
    issue_path,
    shared,
)
from watchdesk.publish.delivery import Record, Records, index, lay, take_down
from watchdesk.registers import REGISTERS
from watchdesk.store import issues, registers
from watchdesk.store.issues import Print
from watchdesk.store.values import dump, load

SITE = "site"
RECORDS = "site-records"
ALLOWED = "allowed"
"""The record of who might be shown when the site was last built."""
IN_FEEDS = 26
"""Newest issues whose items the feeds choose from: half a year of a weekly."""

THREATS = tuple(sorted(kind for register in REGISTERS for kind in register.care.threats))
"""Kinds of development after which a place is shown no more, on the maps of old issues too."""

Publish = Callable[[Print, tuple[IssueHead, ...]], Publication]
"""Reads an issue with all that it cites, for the pages of the desk's site."""


Look = Callable[[list[File]], None]
"""Looks over the files of the issue that joins before any of them goes out; may refuse them."""


def build(desk: Desk, publication: Publish, *, joining: Issue, look: Look) -> Iterator[Event]:
    """Bring `site/` up to date: the published issues, and the one that joins them."""
    work = _Building(
        desk=desk,
        prints=_prints(desk, joining),
        records=Records(desk.folder / RECORDS),
        publication=publication,
        joining=joining.number,
        look=look,
    )
    yield Started(stage=Stage.PUBLISH, waiting=0)
    counts: Counter[str] = Counter()
    for event in work.run():
        if isinstance(event, Done):
            counts[event.outcome] += 1
        elif isinstance(event, Failed):
            counts["failed"] += 1
        yield event
    yield Finished(stage=Stage.PUBLISH, counts=dict(counts))


def _prints(desk: Desk, joining: Issue) -> tuple[Print, ...]:
    with desk.store.reading() as tx:
        found = {one.number: one for one in issues.prints(tx)}
        found[joining.number] = issues.print_of(tx, joining)
    return tuple(found[number] for number in sorted(found, reverse=True))


@dataclass(frozen=True, kw_only=True)
class _Building:
    """One run over the site; `prints` are the issues that it has, newest first."""

    desk: Desk
    prints: tuple[Print, ...]
    records: Records
    publication: Publish
    joining: int
    look: Look

    @property
    def site(self) -> Path:
        return self.desk.folder / SITE

    def run(self) -> Iterator[Event]:
        """Issues first, so that no list leads to a page that is not there; indexes last."""
        yield from self._group("house", self._house, lambda: furniture(self.desk.config.theme))
        for place, one in enumerate(self.prints):
            yield from self._issue(one, place)
        kept = {_name(one) for one in self.prints}
        for name in self.records.names():
            if name.startswith("issue-") and name not in kept:
                yield from take_down(self.records, name, folder=self.site)
        yield from self._shared()
        if self.desk.config.publish.search:
            yield from self._indexes()
        self.records.put(ALLOWED, Record(self._allowed, ()))

    def _issue(self, one: Print, place: int) -> Iterator[Event]:
        heads = tuple(listed(each) for each in self.prints if each is not one)
        near = (self.prints[max(place - 1, 0) : place + 2], place == 0)
        beside = [(each.number, each.title) for each in near[0] if each is not one]
        inputs = _digest(one.digest, beside, place == 0, self._house, self._allowed)
        if self._stands(_name(one), inputs):
            return
        publication = self.publication(one, heads)
        abstract, entries = abstract_and_entries(publication)
        made: list[File] = []
        for each in PUBLISHERS:
            try:
                made += each.render(publication)
            except TypesettingError as error:
                yield Failed(problem=_problem(Code.TYPESET, each.name, str(error)))
        if one.number == self.joining:
            self.look(made)
        self.records.put_aside(_name(one), dump(entries))
        record = Record(inputs, (), dump(abstract))
        yield from lay(self.records, _name(one), made, record, folder=self.site)

    def _shared(self) -> Iterator[Event]:
        config = self.desk.config
        chosen = [self.records.aside(_name(one)) for one in self.prints[:IN_FEEDS]]
        abstracts = [(self.records.of(_name(one)) or _NONE).about for one in self.prints]
        known = self._known() if config.publish.registers else ""
        log = corrections_of(self.desk)
        told = [dump(one) for one in log]
        shelved = config.publish.registers, self._allowed
        inputs = _digest(abstracts, chosen, known, self._house, shelved, told)
        yield from self._group("shared", inputs, lambda: self._shared_pages(abstracts, chosen, log))

    def _shared_pages(
        self, abstracts: list[Any], chosen: list[Any], log: tuple[CorrectionLine, ...]
    ) -> Iterator[File]:
        rows = [row for each in chosen for row in each or ()]
        site = site_of(
            self.desk,
            issues=tuple(load(Abstract, each) for each in abstracts),
            entries=tuple(load(Entry, row) for row in rows),
            corrections=log,
            on=self._day(),
        )
        return shared(site)

    def _indexes(self) -> Iterator[Event]:
        years: dict[int, list[Print]] = defaultdict(list)
        for one in self.prints:
            years[one.dated.year].append(one)
        for year, own in years.items():
            yield from self._index(year, own)
        for name in self.records.names():
            if name.startswith("search-") and int(name.removeprefix("search-")) not in years:
                yield from take_down(self.records, name, folder=self.site)

    def _index(self, year: int, own: Sequence[Print]) -> Iterator[Event]:
        name, target = f"search-{year}", self.site / INDEXES / str(year)
        own_inputs = [(self.records.of(_name(one)) or _NONE).inputs for one in own]
        inputs = _digest(own_inputs, self.desk.config.language)
        if self._stands(name, inputs) and target.is_dir():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        numbers = [one.number for one in own]
        failed = index(self.site, target, numbers, language=self.desk.config.language)
        if failed:
            said = f"The site is published, but {year} cannot be searched: {failed}."
            yield Failed(problem=_problem(Code.SEARCH, f"{INDEXES}/{year}", said))
            return
        made = tuple(
            path.relative_to(self.site).as_posix()
            for path in sorted(target.rglob("*"))
            if path.is_file()
        )
        self.records.put(name, Record(inputs, made))
        yield Done(stage=Stage.PUBLISH, subject=f"{INDEXES}/{year}", outcome="indexed")

    def _group(self, name: str, inputs: str, make: Callable[[], Iterable[File]]) -> Iterator[Event]:
        if not self._stands(name, inputs):
            yield from lay(self.records, name, make(), Record(inputs, ()), folder=self.site)

    def _stands(self, name: str, inputs: str) -> bool:
        record = self.records.of(name)
        return record is not None and record.inputs == inputs

    def _known(self) -> str:
        with self.desk.store.reading() as tx:
            return registers.head(tx) or ""

    def _day(self) -> date:
        return self.prints[0].dated.date() if self.prints else self.desk.clock().date()

    @cached_property
    def _house(self) -> str:
        """A digest of what all pages have: the desk's words and look, and the program itself."""
        config = self.desk.config
        words = (config.title, config.language, config.site_url, config.house.example_note)
        look = (dump(_plain(config.theme)), dump(config.maps), config.map_layer)
        return _digest(_program(), words, look, config.publish.search, self.desk.outlets)

    @cached_property
    def _allowed(self) -> str:
        return allowed(self.desk)


def allowed(desk: Desk) -> str:
    """The last word on who may be shown: where it is another, every page is asked again.

    Consent that has begun or ended by its date is a new word too.
    """
    with desk.store.reading() as tx:
        last = registers.last_of(tx, (CONSENTED, WITHDRAWN, RETRACTED, MERGED, *THREATS)) or ""
        begun, ended = registers.begun_and_ended(tx, CONSENTED, desk.clock().date())
    return f"{last} {begun} {ended}"


def is_out_of_date(desk: Desk) -> bool:
    """Whether a site stands that was built under another word on who may be shown."""
    if not (desk.folder / RECORDS).is_dir():
        return False
    last = Records(desk.folder / RECORDS).of(ALLOWED)
    return last is None or last.inputs != allowed(desk)


_NONE = Record("", (), {})


def _plain(theme: Any) -> Any:
    """The look with the digest of its logo instead of its bytes."""
    if theme.logo is None:
        return theme
    logo = (theme.logo.name, theme.logo.width, theme.logo.alt, digest_of(theme.logo.body))
    return (dump(replace(theme, logo=None)), logo)


def _name(one: Print) -> str:
    return f"issue-{one.number}"


def listed(one: Print) -> IssueHead:
    """An issue as the others list it."""
    return IssueHead(
        number=one.number, title=one.title, dated=one.dated, path=issue_path(one.number)
    )


def _digest(*parts: object) -> str:
    plain = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=_in_order)
    return digest_of(plain.encode())


def _in_order(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else str(value)


@cache
def _program() -> str:
    """A digest of the publishers' own code, templates and words."""
    parts = sorted(_read(files("watchdesk.publish")))
    return _digest(parts)


def _read(folder: Traversable) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        if each.is_dir() and each.name != "__pycache__":
            yield from _read(each)
        elif each.is_file() and each.name.endswith(
            (".py", ".html", ".xml", ".css", ".js", ".toml", ".typ", ".txt")
        ):
            yield each.name, digest_of(each.read_bytes())


def _problem(code: Code, subject: str, message: str) -> Problem:
    return Problem(stage=Stage.PUBLISH, subject=subject, code=code, message=message)
