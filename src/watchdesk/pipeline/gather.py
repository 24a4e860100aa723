"""Asks all sources what is new, and archives every answer before anything reads it.

In: an open desk. Out: an event for each answer, after its records were written and its rows
committed. Lists are read in worker processes; what they name is fetched in the same run. A run that
is killed leaves whole records, and requests that still wait: the next run goes on.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from watchdesk.archive import Fetched, Fetcher, Limits, Robots, RobotsText, validators_of
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
    Validators,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.listing import Taken, read_list, take_in
from watchdesk.pipeline.steps import stepped
from watchdesk.pipeline.tally import Tally
from watchdesk.pipeline.waiting import line_up
from watchdesk.sources import Reading, kind_of
from watchdesk.store import Transaction, addresses, captures, problems, visits, work
from watchdesk.store.addresses import Address, RobotsRow
from watchdesk.store.visits import Visit
from watchdesk.workers import Died, Workers

WHOLE_AGAIN = timedelta(days=1)
"""Validators lie now and then; once a day a list is asked for whole, so that news come late at
worst."""

ROBOTS_KEPT = timedelta(days=1)
NOT_MODIFIED = 304
TRIES = 3
GIVE_UP_AT_ONCE = frozenset(
    {Code.NOT_FOUND, Code.GONE, Code.LEGAL, Code.ROBOTS, Code.ADDRESS, Code.LOGIN, Code.TOO_LARGE}
)
MOST_PATIENCE = timedelta(days=1)
GONE_FOR = timedelta(days=30)


def gather(
    desk: Desk, workers: Workers, *, due: bool = False, lists: bool = True
) -> Iterator[Event]:
    """Ask the sources, then all that their lists name.

    `due` leaves out the sources whose `every_minutes` have not passed; without `lists` only the
    requests that wait from before are made.
    """
    return stepped(partial(_Gathering(desk, workers, due=due, lists=lists).events))


@dataclass(slots=True)
class _Gathering:
    desk: Desk
    workers: Workers
    due: bool
    lists: bool
    tally: Tally = field(default_factory=Tally)
    roots: dict[str, Source] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    reading: set[asyncio.Task[tuple[Event, ...]]] = field(default_factory=set)

    async def events(self) -> AsyncIterator[Event]:
        """The run, event by event."""
        first = self._first_requests()
        yield Started(stage=Stage.GATHER, waiting=len(first))
        async with fetcher_for(self.desk) as fetcher:
            for request in first:
                self._submit(fetcher, request)
            for capture, source, body in self._unread_lists():
                self._read_later(fetcher, source, capture, body)
            async for event in self._merged(fetcher):
                yield self.tally.of(event)
            self._keep_robots(fetcher)
        yield Finished(stage=Stage.GATHER, counts=self.tally.counts)

    def _submit(self, fetcher: Fetcher, request: Request) -> None:
        """Ask once a run, however many lists name an address."""
        if request.url not in self.asked:
            self.asked.add(request.url)
            fetcher.submit(request)

    async def _merged(self, fetcher: Fetcher) -> AsyncIterator[Event]:
        """Answers as they come and lists as they are read, until neither is left."""
        answers = fetcher.results()
        coming = _next(answers)
        while coming or self.reading:
            waiting: set[asyncio.Task[Any]] = self.reading | ({coming} if coming else set())
            done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            read = done & self.reading
            self.reading -= read
            for event in (event for task in read for event in task.result()):
                yield event
            if coming in done:
                fetched = coming.result()
                for event in self._keep(fetcher, fetched) if fetched else ():
                    yield event
                coming = _next(answers) if fetched else None
            if coming is None and read:
                # A list that was read may have named more: the fetcher has something to give again.
                answers = fetcher.results()
                coming = _next(answers)

    # ── what to ask ──────────────────────────────────────────────────────────────────────────────

    def _first_requests(self) -> list[Request]:
        now = self.desk.clock()
        with self.desk.store.reading() as tx:
            waiting = list(addresses.waiting(tx, now))
            asked = {request.url for request in waiting}
            roots = [
                request
                for source in (self.desk.config.sources if self.lists else ())
                if not source.muted
                for request in self._roots_of(tx, source, now)
                if request.url not in asked
            ]
        return roots + waiting

    def _roots_of(self, tx: Transaction, source: Source, now: datetime) -> Iterator[Request]:
        every = timedelta(minutes=getattr(source.options, "every_minutes", 60))
        for request in kind_of(source.kind).requests(source):
            self.roots[request.url] = source
            known = addresses.get(tx, request.url)
            if known.not_before is not None and known.not_before > now:
                continue
            if self.due and known.checked_at is not None and known.checked_at + every > now:
                continue
            yield Request(
                url=request.url,
                source_id=source.id,
                purpose=request.purpose,
                validators=_validators_to_send(known, now),
            )

    def _unread_lists(self) -> Iterator[tuple[Capture, Source, bytes]]:
        """Lists that an earlier run archived and could not read any more."""
        with self.desk.store.reading() as tx:
            waiting = work.waiting(tx, Stage.GATHER, 10_000)
            lists = [c for subject in waiting if (c := captures.get(tx, subject)) is not None]
            holders = {capture.id: captures.holder_of(tx, capture) for capture in lists}
        for capture in lists:
            source = self.desk.sources.get(capture.source_id or "")
            if source is not None:
                yield capture, source, self.desk.archive.read(holders[capture.id]).body

    # ── what came ────────────────────────────────────────────────────────────────────────────────

    def _keep(self, fetcher: Fetcher, fetched: Fetched) -> Iterator[Event]:
        """Archive an answer, commit its rows, and say what it was."""
        kept = archived(self.desk, fetched)
        request, now = fetched.request, self.desk.clock()
        if request.purpose is Purpose.ROBOTS:
            with self.desk.store.writing() as tx:
                captures.add(tx, kept)
            return
        problem = fetched.problem or _never_received(request, kept)
        unread = problem is None and self._is_unread_list(request, kept[-1])
        with self.desk.store.writing() as tx:
            captures.add(tx, kept)
            if problem is not None:
                self._note_failure(tx, request, problem, now)
                event: Event = Failed(problem=problem)
            else:
                answer = kept[-1]
                self._note_answer(tx, fetched, answer, now)
                if unread:
                    work.add(tx, Stage.GATHER, (answer.id,), now)
                event = Done(
                    stage=Stage.GATHER,
                    subject=answer.url,
                    outcome=_outcome(answer),
                    source_id=answer.source_id,
                )
        yield event
        if unread:
            source = self.desk.sources[request.source_id]
            self._read_later(fetcher, source, kept[-1], fetched.exchanges[-1].body)

    def _is_unread_list(self, request: Request, answer: Capture) -> bool:
        """Whether an answer is a list whose words have not been read for its source.

        An equal body may have been archived before the source was: when its address was tried.
        """
        if request.purpose is not Purpose.INDEX or request.source_id not in self.desk.sources:
            return False
        if answer.revisit_of is None:
            return True
        with self.desk.store.reading() as tx:
            return addresses.get(tx, request.url).capture_id is None

    def _note_answer(
        self, tx: Transaction, fetched: Fetched, answer: Capture, now: datetime
    ) -> None:
        request = fetched.request
        addresses.answered(tx, request)
        problems.solve(tx, Stage.GATHER, request.url)
        for stage, subject in line_up(answer):
            work.add(tx, stage, (subject,), now)
        if request.url in self.roots:
            self._note_root(tx, fetched, answer, now)

    def _note_root(self, tx: Transaction, fetched: Fetched, answer: Capture, now: datetime) -> None:
        request, known = fetched.request, addresses.get(tx, fetched.request.url)
        validators = validators_of(fetched.exchanges[-1])
        unchanged = answer.revisit_of is not None
        sent = request.validators != Validators()
        address = Address(
            url=request.url,
            validators=known.validators if answer.status == NOT_MODIFIED else validators,
            capture_id=answer.revisit_of or answer.id,
            digest=answer.digest,
            checked_at=now,
            asked_whole_at=known.asked_whole_at if sent else now,
        )
        addresses.put(tx, address)
        if (unchanged and known.capture_id) or request.purpose is not Purpose.INDEX:
            again = unchanged and known.capture_id is not None
            outcome, new = ("unchanged", 0) if again else ("new", 1)
            visits.add(
                tx,
                Visit(source_id=request.source_id, at=now, outcome=outcome, listed=new, new=new),
            )

    def _note_failure(
        self, tx: Transaction, request: Request, problem: Problem, now: datetime
    ) -> None:
        problems.put(tx, problem, now)
        if request.url not in self.roots:
            until = problem.retry_after or now + timedelta(hours=1)
            give_up = 1 if problem.code in GIVE_UP_AT_ONCE else TRIES
            addresses.postpone(tx, request, until=until, give_up_after=give_up)
            return
        known = addresses.get(tx, request.url)
        failures = known.failures + 1
        validators = Validators() if problem.code is Code.NEVER_RECEIVED else known.validators
        addresses.put(
            tx,
            Address(
                url=request.url,
                validators=validators,
                capture_id=known.capture_id,
                digest=known.digest,
                checked_at=now,
                asked_whole_at=known.asked_whole_at,
                not_before=problem.retry_after or _not_before(problem, failures, now),
                failures=failures,
            ),
        )
        visits.add(tx, Visit(source_id=request.source_id, at=now, outcome="failed"))

    # ── lists ────────────────────────────────────────────────────────────────────────────────────

    def _read_later(self, fetcher: Fetcher, source: Source, capture: Capture, body: bytes) -> None:
        """Read a list in a worker; the run goes on meanwhile."""
        job = self.workers.submit(read_list, (source, capture, body))
        reading = asyncio.wrap_future(job)
        self.reading.add(asyncio.ensure_future(self._read(fetcher, source, capture, reading)))

    async def _read(
        self,
        fetcher: Fetcher,
        source: Source,
        capture: Capture,
        job: "asyncio.Future[Reading | Died]",
    ) -> tuple[Event, ...]:
        reading = await job
        if isinstance(reading, Died):
            reading = Reading(leads=(), problems=(_died(capture, reading),))
        with self.desk.store.writing() as tx:
            most = self.desk.config.limits.per_source_entries
            taken = take_in(tx, source, capture, reading, most=most)
        for request in taken.requests:
            self._submit(fetcher, request)
        return tuple(_list_events(capture, taken))

    def _keep_robots(self, fetcher: Fetcher) -> None:
        texts = fetcher.robots.texts
        rows = [RobotsRow(text.host, text.fetched_at, text.status, text.body) for text in texts]
        with self.desk.store.writing() as tx:
            addresses.put_robots(tx, rows)


def fetcher_for(desk: Desk) -> Fetcher:
    """A fetcher with the desk's limits, allowed addresses and known robots.txt files."""
    config = desk.config
    with desk.store.reading() as tx:
        kept = addresses.robots_since(tx, desk.clock() - ROBOTS_KEPT)
    limits = Limits(
        per_host_delay=config.limits.per_host_delay,
        connections=config.limits.connections,
        max_bytes=config.limits.max_bytes,
        max_document_bytes=config.limits.max_document_bytes,
        max_image_bytes=config.limits.max_image_bytes,
        total_seconds=config.limits.total_seconds,
    )
    return Fetcher(
        limits=limits,
        allowed=config.allowed_addresses,
        folders=folders_of(config.sources),
        robots=Robots(tuple(map(_robots_text, kept))),
        clock=desk.clock,
        contact=config.contact,
    )


def archived(desk: Desk, fetched: Fetched) -> tuple[Capture, ...]:
    """Write an answer's records, as revisits where the same body is held already."""
    with desk.store.reading() as tx:
        previous = partial(captures.newest_at, tx)

        def known(url: str, digest: str) -> Capture | None:
            newest = previous(url)
            return newest if newest and newest.digest == digest else None

        return desk.archive.keep(fetched, known=known, previous=previous)


def folders_of(sources: Iterable[Source]) -> tuple[Path, ...]:
    """The folders that sources of kind "folder" watch; nothing else on this machine is read."""
    paths = (getattr(source.options, "path", None) for source in sources)
    return tuple(Path(path) for path in paths if path)


def _next(answers: AsyncIterator[Fetched]) -> "asyncio.Task[Fetched | None] | None":
    async def next_or_none() -> Fetched | None:
        return await anext(answers, None)

    return asyncio.ensure_future(next_or_none())


def _robots_text(row: RobotsRow) -> RobotsText:
    return RobotsText(host=row.host, fetched_at=row.fetched_at, status=row.status, body=row.body)


def _validators_to_send(known: Address, now: datetime) -> Validators:
    fresh = known.asked_whole_at is not None and known.asked_whole_at + WHOLE_AGAIN > now
    return known.validators if fresh and known.capture_id else Validators()


def _never_received(request: Request, kept: tuple[Capture, ...]) -> Problem | None:
    """A 304 to a first question: nothing was ever received that could be unchanged."""
    if not kept or kept[-1].status != NOT_MODIFIED or kept[-1].revisit_of is not None:
        return None
    return Problem(
        stage=Stage.GATHER,
        subject=request.url,
        code=Code.NEVER_RECEIVED,
        message=f"{request.url} answered 'unchanged' although nothing was ever received from it.",
        source_id=request.source_id,
    )


def _outcome(answer: Capture) -> str:
    return "unchanged" if answer.revisit_of is not None else answer.purpose


def _not_before(problem: Problem, failures: int, now: datetime) -> datetime | None:
    """A growing distance from the second failure on: an hour, two, four, up to a day."""
    if problem.code is Code.GONE:
        return now + GONE_FOR
    if failures < 2:
        return None
    return now + min(timedelta(hours=2 ** min(failures - 2, 5)), MOST_PATIENCE)


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
    yield Done(
        stage=Stage.GATHER, subject=capture.url, outcome=outcome, source_id=capture.source_id
    )
    for problem in taken.problems:
        yield Failed(problem=problem)
