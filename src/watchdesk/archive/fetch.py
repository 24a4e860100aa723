"""Fetching: many hosts at once, each of them politely.

In: requests, at any time. Out: results, in the order in which they end. Each host has one lane:
one connection, a distance between requests, robots.txt asked first; a redirect moves on to the
lane of the host it leads to, so that no host waits for another. Nothing is parsed, and nothing is
kept: that is `Archive.keep`.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdesk.archive.addresses import BadAddress, fetchable, host_of, origin_of
from watchdesk.archive.budget import Budget
from watchdesk.archive.chase import Chase, Lane, robots_chase
from watchdesk.archive.credential import NO_CREDENTIALS, Credential
from watchdesk.archive.exchange import Exchange, Fetched
from watchdesk.archive.failure import Failure, of_robots, problem
from watchdesk.archive.folder import read_file
from watchdesk.archive.guard import Guard
from watchdesk.archive.limits import Limits, user_agent
from watchdesk.archive.politeness import Robots, RobotsText, Rules, until
from watchdesk.archive.results import Result, Results
from watchdesk.archive.session import Rising, session, utc_now
from watchdesk.archive.transfer import Transfer
from watchdesk.archive.verdict import End, Follow, Repeat, judge
from watchdesk.model import Code, Request

_FILES = "file:"
_JITTER = 0.2  # up to a fifth more, so that many desks do not fall into step


class Fetcher:
    """Fetches requests, as an async context manager.

    `allowed` opens pairs of host (or IP address) and port that are otherwise refused, `only_hosts`
    closes all others; `robots` is read and added to; `folders` are those that `file:` requests may
    read; `clock` gives the moment of each question, `contact` goes into the user agent.
    `credentials` are those of sources by their ids.
    """

    def __init__(  # noqa: PLR0913 - the desk's settings, all by name
        self,
        *,
        limits: Limits | None = None,
        allowed: frozenset[tuple[str, int]] = frozenset(),
        robots: Robots | None = None,
        clock: Callable[[], datetime] = utc_now,
        contact: str = "",
        folders: tuple[Path, ...] = (),
        only_hosts: tuple[str, ...] = (),
        credentials: Mapping[str, Credential] = NO_CREDENTIALS,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.robots = Robots() if robots is None else robots
        self._limits = limits or Limits()
        self._guard = Guard(allowed, only_hosts)
        self._clock = Rising(clock)
        self._agent = user_agent(contact)
        self._folders = folders
        self._credentials = credentials
        self._jitter = jitter
        self._lanes: dict[str, Lane] = {}
        self._parked: dict[str, list[Chase]] = {}
        self._pending = 0
        self._done = Results()

    async def __aenter__(self) -> Self:
        limits = self._limits
        self._budget = Budget(held_bytes=limits.held_bytes, large_bytes=limits.large_bytes)
        self._connections = asyncio.Semaphore(limits.connections)
        self._session = session(limits, self._guard, self._agent)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        tasks = [lane.task for lane in self._lanes.values() if lane.task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._session.close()

    def submit(self, request: Request) -> None:
        """Take a request; its result comes out of `results`, whatever becomes of it."""
        self._pending += 1
        chase = Chase(request=request, url=request.url)
        if request.url.lower().startswith(_FILES):
            self._enter(chase, _FILES)
            return
        try:
            chase.url = fetchable(request.url)
        except BadAddress as error:
            self._finish(chase, Failure(Code.ADDRESS, str(error)))
            return
        chase.looped()
        self._enter(chase, host_of(chase.url))

    async def results(self) -> AsyncIterator[Fetched]:
        """The results one by one as they come, until nothing that was submitted is left."""
        async for batch in self.batches(1):
            yield batch[0]

    async def batches(self, most: int) -> AsyncIterator[tuple[Fetched, ...]]:
        """The results as they come: all that are there, up to `most`; none is waited for longer.

        More may be submitted while iterating. The bodies of a batch count against the memory
        bound until the next one is asked for.
        """
        while self._pending:
            results = await self._done.take(most)
            self._pending -= len(results)
            try:
                yield tuple(result.fetched for result in results)
            finally:
                for result in results:
                    self._budget.release(result.fetched.size)
                    self._budget.give_back(result.large)

    # ── lanes ────────────────────────────────────────────────────────────────────────────────

    def _enter(self, chase: Chase, host: str, *, first: bool = False) -> None:
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = Lane(host=host, delay=self._limits.per_host_delay)
        if first:
            lane.waiting.appendleft(chase)
        else:
            lane.waiting.append(chase)
        if lane.task is None:
            lane.task = asyncio.create_task(self._run(lane))

    async def _run(self, lane: Lane) -> None:
        try:
            while lane.waiting:
                await self._step(lane, lane.waiting.popleft())
        except Exception as error:  # noqa: BLE001 - a bug must reach whoever reads the results
            self._done.put(error)
        finally:
            lane.task = None

    async def _step(self, lane: Lane, chase: Chase) -> None:
        if lane.host == _FILES:
            await self._read_file(chase)
            return
        failure = self._barred(lane, chase)
        if failure is not None:
            self._finish(chase, failure, lane.busy_until)
            return
        rules = self._rules(lane, chase)
        if rules is None:
            return
        if not rules.allow(chase.url):
            status = self.robots.status(origin_of(chase.url)) if rules.closed else None
            self._finish(chase, of_robots(lane.host, status))
            return
        await self._ask(lane, chase)

    def _barred(self, lane: Lane, chase: Chase) -> Failure | None:
        """Why the host is not asked now: a forbidden address, a long wait, repeated failure."""
        try:
            self._guard.check(chase.url)
        except BadAddress as error:
            return Failure(Code.ADDRESS, str(error))
        if lane.busy_until and self._clock.now() >= lane.busy_until:
            lane.busy_until = None
        if lane.busy_until:
            return Failure(Code.BUSY, f"{lane.host} is busy")
        return lane.given_up

    def _rules(self, lane: Lane, chase: Chase) -> Rules | None:
        """The rules for this hop; None where it has to wait until robots.txt was read."""
        if chase.robots_of:
            return Rules()
        origin = origin_of(chase.url)
        rules = self.robots.rules(origin, self._clock.now())
        if rules is not None:
            lane.delay = max(lane.delay, rules.delay(self._limits.max_crawl_delay))
            lane.ready_at = max(lane.ready_at, lane.ended_at + lane.delay)
            return rules
        if origin not in self._parked:
            self._pending += 1
            lane.waiting.appendleft(robots_chase(origin, chase.request))
        self._parked.setdefault(origin, []).append(chase)
        return None

    async def _read_file(self, chase: Chase) -> None:
        read = await asyncio.to_thread(
            read_file,
            chase.request,
            folders=self._folders,
            limits=self._limits,
            now=self._clock(),
        )
        if isinstance(read, Failure):
            self._finish(chase, read)
            return
        chase.exchanges.append(read)
        self._finish(chase, None)

    # ── one hop ──────────────────────────────────────────────────────────────────────────────

    async def _ask(self, lane: Lane, chase: Chase) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(lane.ready_at - loop.time())
        await self._budget.room()
        async with self._connections:
            answer = await self._transfer(chase).run()
        chase.large = min(answer.large, answer.exchange.size if answer.exchange else 0)
        self._budget.give_back(answer.large - chase.large)
        lane.ended_at = loop.time()
        self._distance(lane, lane.delay)
        verdict = judge(chase, answer, limits=self._limits, now=self._clock.now())
        match verdict:
            case Follow(exchange):
                self._follow(chase, exchange)
            case Repeat(wait, bare):
                chase.bare = bare
                self._repeat(lane, chase, answer.exchange, wait)
            case End():
                self._end(lane, chase, answer.exchange, verdict)

    def _distance(self, lane: Lane, seconds: float) -> None:
        ready = asyncio.get_running_loop().time() + seconds * (1 + _JITTER * self._jitter())
        lane.ready_at = max(lane.ready_at, ready)

    def _transfer(self, chase: Chase) -> Transfer:
        credential = self._credentials.get(chase.request.source_id)
        shown = credential is not None and not chase.robots_of and credential.is_for(chase.url)
        return Transfer(
            session=self._session,
            limits=self._limits,
            clock=self._clock,
            share=self._budget.share,
            url=chase.url,
            purpose=chase.request.purpose,
            headers=chase.headers(),
            credential=credential if shown else None,
            large=chase.large,
        )

    def _follow(self, chase: Chase, exchange: Exchange) -> None:
        chase.exchanges.append(exchange)
        failure = chase.follow(exchange, self._limits)
        if failure is not None:
            self._finish(chase, failure)
        else:
            self._enter(chase, host_of(chase.url), first=True)

    def _repeat(self, lane: Lane, chase: Chase, exchange: Exchange | None, wait: float) -> None:
        chase.attempts += 1
        chase.keep_attempt(exchange)
        self._budget.give_back(chase.large)
        chase.large = 0
        self._distance(lane, wait)
        self._enter(chase, lane.host, first=True)

    def _end(self, lane: Lane, chase: Chase, exchange: Exchange | None, end: End) -> None:
        if exchange is not None:
            chase.exchanges.append(exchange)
        lane.fared(end.failure, self._limits.give_up_after)
        if end.failure is not None and end.wait is not None:
            lane.busy_until = until(self._clock.now(), end.wait, self._limits.max_stored_wait)
        self._finish(chase, end.failure, lane.busy_until)

    # ── results ──────────────────────────────────────────────────────────────────────────────

    def _finish(
        self, chase: Chase, failure: Failure | None, retry_at: datetime | None = None
    ) -> None:
        told = None
        if failure is not None and not chase.robots_of:
            told = problem(chase.request, failure, retry_at if failure.code is Code.BUSY else None)
        fetched = Fetched(request=chase.request, exchanges=tuple(chase.exchanges), problem=told)
        if fetched.exchanges or not chase.robots_of:
            self._budget.hold(fetched.size)
            self._done.put(Result(fetched, large=chase.large))
        else:
            self._pending -= 1  # nothing came that could be kept; what waited for it will tell
        if chase.robots_of:
            self._robots_read(chase, failure)

    def _robots_read(self, chase: Chase, failure: Failure | None) -> None:
        """Remember an origin's rules, and let go on what waited for them."""
        waiting = reversed(self._parked.pop(chase.robots_of, []))
        barring = failure if failure is not None and chase.unreached(failure) else None
        if barring is None:
            last = chase.exchanges[-1]
            text = RobotsText(
                host=chase.robots_of,
                fetched_at=self._clock.now(),
                status=last.status,
                body=last.body,
            )
            self.robots.put(text)
        for parked in waiting:
            if barring is not None:
                self._finish(parked, barring)
            else:
                self._enter(parked, host_of(parked.url), first=True)
