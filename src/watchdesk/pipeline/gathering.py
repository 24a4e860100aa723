"""Asks all sources what is new, and archives every answer before anything reads it.

In: an open desk. Out: an event for each answer, after its records were written and its rows
committed; answers that are there at once are committed together. Lists are read in worker
processes; what they name is fetched in the same run. A run that is killed leaves whole records, and
requests that still wait: the next run goes on.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from watchdesk.archive import Fetched, Fetcher
from watchdesk.model import (
    Capture,
    Code,
    Done,
    Event,
    Failed,
    Finished,
    Problem,
    Purpose,
    Request,
    Source,
    Stage,
    Started,
)
from watchdesk.pipeline.answers import (
    moved,
    never_received,
    note_answer,
    note_failure,
    part_of_list,
)
from watchdesk.pipeline.asking import archived, fetcher_for, may_ask, robots_row, roots_of
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.keys import key_of_problem, with_keys, without_key
from watchdesk.pipeline.listing import Taken, take_in
from watchdesk.pipeline.reading import read_list
from watchdesk.pipeline.steps import stepped
from watchdesk.pipeline.tally import Tally
from watchdesk.sources import Reading
from watchdesk.store import Transaction, addresses, captures, problems, work
from watchdesk.store.addresses import Address
from watchdesk.workers import Died, Workers

T = TypeVar("T")

LISTS = frozenset({Purpose.INDEX, Purpose.RECORD})
"""What names further things to ask for."""

AT_ONCE = 32
"""Answers that are kept in one transaction at most, where so many have come: a commit costs as much
as ten rows, and what a killed run had not committed is asked again."""


def gather(
    desk: Desk, workers: Workers, *, due: bool = False, lists: bool = True
) -> Iterator[Event]:
    """Ask the sources, then all that their lists name.

    `due` leaves out the sources whose `every_minutes` have not passed; without `lists` only the
    requests that wait from before are made.
    """
    for events in stepped(_Gathering(desk, workers, due=due, lists=lists).events):
        yield from events


@dataclass(slots=True)
class _Gathering:
    desk: Desk
    workers: Workers
    due: bool
    lists: bool
    tally: Tally = field(default_factory=Tally)
    roots: dict[str, Address] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    reading: set[asyncio.Task[tuple[Event, ...]]] = field(default_factory=set)

    async def events(self) -> AsyncIterator[tuple[Event, ...]]:
        """The run: the events of what was committed together."""
        keyless = self._keyless()
        first = [one for one in self._first_requests() if one.source_id not in keyless]
        async with fetcher_for(self.desk) as fetcher:
            asked = sum(self._submit(fetcher, request) for request in first)
            yield (Started(stage=Stage.GATHER, waiting=asked),)
            yield tuple(self.tally.of(Failed(problem=one)) for one in keyless.values())
            for capture, source, body in self._unread_lists():
                self._read_later(fetcher, _List(source, capture, body))
            async for events in self._merged(fetcher):
                yield tuple(map(self.tally.of, events))
        yield (Finished(stage=Stage.GATHER, counts=self.tally.counts),)

    def _submit(self, fetcher: Fetcher, request: Request) -> bool:
        """Ask once a run, however many lists name an address; leave out what may not be asked."""
        if request.url in self.asked or not may_ask(self.desk, request.url):
            return False
        self.asked.add(request.url)
        fetcher.submit(request)
        return True

    async def _merged(self, fetcher: Fetcher) -> AsyncIterator[tuple[Event, ...]]:
        """Answers as they come and lists as they are read, until neither is left."""
        answers = fetcher.batches(AT_ONCE)
        coming = _next(answers)
        while coming or self.reading:
            waiting: set[asyncio.Task[Any]] = self.reading | ({coming} if coming else set())
            done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            read = done & self.reading
            self.reading -= read
            for task in read:
                yield task.result()
            if coming in done:
                batch = coming.result()
                if batch:
                    yield self._keep(fetcher, batch)
                coming = _next(answers) if batch else None
            if coming is None and read:
                # A list that was read may have named more: the fetcher has something to give again.
                answers = fetcher.batches(AT_ONCE)
                coming = _next(answers)

    # ── what to ask ──────────────────────────────────────────────────────────────────────────────

    def _keyless(self) -> dict[str, Problem]:
        """The sources that cannot be asked for want of a key, each noted as a problem."""
        keyed = tuple(with_keys(self.desk.config.sources))
        if not keyed:
            return {}
        found = {source.id: told for source in keyed if (told := without_key(source))}
        with self.desk.store.writing() as tx:
            for source in keyed:
                if source.id in found:
                    problems.put(tx, found[source.id], self.desk.clock())
                else:
                    problems.solve(tx, Stage.GATHER, key_of_problem(source))
        return found

    def _first_requests(self) -> list[Request]:
        now = self.desk.clock()
        with self.desk.store.reading() as tx:
            waiting = list(addresses.waiting(tx, now))
            known = addresses.every(tx)
        roots = tuple(roots_of(self.desk.config.sources if self.lists else (), known))
        self.roots = {root.request.url: root.known for root in roots}
        asked = {request.url for request in waiting}
        due = (root for root in roots if not root.rests(now, due=self.due))
        return [root.question(now) for root in due if root.request.url not in asked] + waiting

    def _unread_lists(self) -> Iterator[tuple[Capture, Source, bytes]]:
        """Lists that an earlier run archived and could not read any more."""
        with self.desk.store.reading() as tx:
            waiting = work.waiting(tx, Stage.GATHER, 10_000)
            lists = [c for subject in waiting if (c := captures.get(tx, subject)) is not None]
        for capture in lists:
            source = self.desk.sources.get(capture.source_id or "")
            if source is not None:
                yield capture, source, self._body_of(capture)

    def _body_of(self, capture: Capture) -> bytes:
        """What a capture brought, or the one that it is a revisit of."""
        with self.desk.store.reading() as tx:
            holder = captures.holder_of(tx, capture)
        return self.desk.archive.read(holder).body

    # ── what came ────────────────────────────────────────────────────────────────────────────────

    def _keep(self, fetcher: Fetcher, batch: tuple[Fetched, ...]) -> tuple[Event, ...]:
        """Archive answers, commit their rows, and say what they were."""
        with self.desk.store.writing() as tx:
            kept = archived(tx, self.desk.archive, batch)
            noted = [self._noted(tx, *answer) for answer in zip(batch, kept, strict=True)]
            addresses.put_robots(tx, map(robots_row, fetcher.robots.take_new()))
        for _, unread in noted:
            if unread is not None:
                self._read_later(fetcher, unread)
        return tuple(event for events, _ in noted for event in events)

    def _noted(
        self, tx: Transaction, fetched: Fetched, kept: tuple[Capture, ...]
    ) -> tuple[tuple[Event, ...], "_List | None"]:
        """What an answer was, and the list that it is, if its words have not been read."""
        request = fetched.request
        if request.purpose is Purpose.ROBOTS:
            return (), None
        problem = fetched.problem or never_received(request, kept)
        part = problem if part_of_list(fetched) else None
        if problem is not None and part is None:
            return (self._failed(tx, request, problem),), None
        note = part or moved(tx, fetched, self.roots.get(request.url))
        unread = self._unread_list(fetched, kept[-1], note)
        done = self._answered(tx, fetched, kept[-1])
        if unread is not None:
            work.add(tx, Stage.GATHER, (kept[-1].id,), self.desk.clock())
        elif note is not None:
            problems.put(tx, note, self.desk.clock())
            return (done, Failed(problem=note)), None
        return (done,), unread

    def _failed(self, tx: Transaction, request: Request, problem: Problem) -> Event:
        if request.purpose is Purpose.IMAGE:
            # The article is what counts: a picture that cannot be had troubles no editor.
            addresses.answered(tx, request)
            return _done(request.url, "no picture", request.source_id)
        root = request.url in self.roots
        note_failure(tx, request, problem, self.desk.clock(), root=root)
        return Failed(problem=problem)

    def _answered(self, tx: Transaction, fetched: Fetched, answer: Capture) -> Event:
        known = self.roots.get(fetched.request.url)
        note_answer(tx, fetched, answer, self.desk.clock(), known=known)
        return _done(answer.url, _outcome(answer), answer.source_id)

    def _unread_list(
        self, fetched: Fetched, answer: Capture, note: Problem | None
    ) -> "_List | None":
        request = fetched.request
        if not self._is_unread_list(request, answer):
            return None
        body = fetched.exchanges[-1].body or self._body_of(answer)
        return _List(self.desk.sources[request.source_id], answer, body, note)

    def _is_unread_list(self, request: Request, answer: Capture) -> bool:
        """Whether an answer is a list whose words have not been read for its source.

        An equal body may have been archived before the source was: when its address was tried.
        Sitemaps are read each time, since an index may stay while the sitemaps it names change.
        """
        if request.purpose not in LISTS or request.source_id not in self.desk.sources:
            return False
        sitemap = self.desk.sources[request.source_id].kind == "sitemap"
        if answer.revisit_of is None or sitemap:
            return True
        known = self.roots.get(request.url)
        return known is not None and known.capture_id is None

    # ── lists ────────────────────────────────────────────────────────────────────────────────────

    def _read_later(self, fetcher: Fetcher, listed: "_List") -> None:
        """Read a list in a worker; the run goes on meanwhile."""
        job = self.workers.submit(read_list, (listed.source, listed.capture, listed.body))
        reading = asyncio.wrap_future(job)
        self.reading.add(asyncio.ensure_future(self._read(fetcher, listed.read(), reading)))

    async def _read(
        self, fetcher: Fetcher, listed: "_List", job: "asyncio.Future[Reading | Died]"
    ) -> tuple[Event, ...]:
        reading, capture = await job, listed.capture
        if isinstance(reading, Died):
            reading = Reading(leads=(), problems=(_died(capture, reading),))
        elif (note := listed.note) and (reading.leads or note.code is Code.TOO_LARGE):
            reading = replace(reading, problems=(note,))
        with self.desk.store.writing() as tx:
            most = self.desk.config.limits.per_source_entries
            taken = take_in(tx, listed.source, capture, reading, most=most)
        for request in taken.requests:
            self._submit(fetcher, request)
        return tuple(_list_events(capture, taken))


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is to be read; `note` is the problem of one that came in part, or has moved."""

    source: Source
    capture: Capture
    body: bytes
    note: Problem | None = None

    def read(self) -> "_List":
        """The same without its body, which need not be held while it is read."""
        return replace(self, body=b"")


def _next(answers: AsyncIterator[T]) -> "asyncio.Task[T | None] | None":
    async def next_or_none() -> T | None:
        return await anext(answers, None)

    return asyncio.ensure_future(next_or_none())


def _outcome(answer: Capture) -> str:
    return "unchanged" if answer.revisit_of is not None else answer.purpose


def _died(capture: Capture, died: Died) -> Problem:
    return Problem(
        stage=Stage.GATHER,
        subject=capture.asked,
        code=Code.CRASHED,
        message=f"Reading the list {capture.url} was given up: it {died.why}.",
        source_id=capture.source_id,
    )


def _list_events(capture: Capture, taken: Taken) -> Iterator[Event]:
    outcome = "listed" if taken.new else "nothing new"
    yield _done(capture.url, outcome, capture.source_id)
    for problem in taken.problems:
        yield Failed(problem=problem)


def _done(subject: str, outcome: str, source_id: str | None) -> Done:
    return Done(stage=Stage.GATHER, subject=subject, outcome=outcome, source_id=source_id)
