"""Captures become articles, and what is said in them; documents and pictures are asked for.

In: captures that wait. Out: an event for each, after article, statements, figures and the requests
that follow from it were committed in one transaction. Reading runs in worker processes.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from watchdesk import statements
from watchdesk.extract import Hints
from watchdesk.model import (
    Article,
    Capture,
    Code,
    Done,
    Event,
    Failed,
    Finished,
    Problem,
    Purpose,
    Request,
    Stage,
    Started,
)
from watchdesk.pipeline.desk import Desk
from watchdesk.pipeline.reading import Job, Read, read_capture
from watchdesk.pipeline.tally import Tally
from watchdesk.sources.record import RecordOptions
from watchdesk.store import Transaction, addresses, articles, captures, leads, problems, reads, work
from watchdesk.store.reads import Findings
from watchdesk.text.addresses import is_document
from watchdesk.workers import Died, Workers

AT_ONCE = 200
"""Captures looked up in one go; their bodies are read one by one as workers take them."""

DOCUMENTS_AN_ARTICLE = 4

NO_STORY = frozenset({Purpose.DOCUMENT.value, Purpose.RECORD.value})
"""What tells of something without being news of it."""


def extract(desk: Desk, workers: Workers) -> Iterator[Event]:
    """Read every capture that waits."""
    with desk.store.reading() as tx:
        waiting = work.count(tx, Stage.EXTRACT)
    yield Started(stage=Stage.EXTRACT, waiting=waiting)
    tally = Tally()
    while subjects := _next(desk):
        for job, result in workers.map(read_capture, _jobs(desk, subjects)):
            yield tally.of(keep_result(desk, job, result))
    yield Finished(stage=Stage.EXTRACT, counts=tally.counts)


def extract_one(desk: Desk, workers: Workers, capture_id: str) -> Event | None:
    """Read one capture now; None where there is none."""
    done = workers.map(read_capture, _jobs(desk, (capture_id,)))
    return next((keep_result(desk, job, result) for job, result in done), None)


def _next(desk: Desk) -> tuple[str, ...]:
    with desk.store.reading() as tx:
        return work.waiting(tx, Stage.EXTRACT, AT_ONCE)


def _jobs(desk: Desk, subjects: tuple[str, ...]) -> Iterator[Job]:
    with desk.store.reading() as tx:
        known = captures.many(tx, subjects)
        hints = {capture.id: _hints(tx, desk, capture) for capture in known.values()}
    for subject in subjects:
        capture = known.get(subject)
        if capture is None:
            _forget(desk, subject)
            continue
        yield Job(capture=capture, body=desk.archive.read(capture).body, hints=hints[subject])


def _forget(desk: Desk, subject: str) -> None:
    with desk.store.writing() as tx:
        work.done(tx, Stage.EXTRACT, subject)


def _hints(tx: Transaction, desk: Desk, capture: Capture) -> Hints:
    """What the list said of this page; it helps where the page itself says nothing."""
    source = desk.sources.get(capture.source_id or "")
    language = source.language if source else None
    if capture.purpose == Purpose.DOCUMENT.value:
        return Hints()
    if source is not None and isinstance(source.options, RecordOptions):
        return Hints(
            language=language,
            title_of_site=source.title or source.id,
            fields=tuple(source.options.fields.items()),
            steps=source.options.steps,
        )
    lead = leads.at_address(tx, capture.asked, capture.url)
    if lead is None:
        return Hints(language=language)
    return Hints(
        title=lead.title,
        published=lead.published,
        categories=lead.categories,
        authors=lead.authors,
        language=language,
    )


def keep_result(desk: Desk, job: Job, result: Read | Problem | Died) -> Event:
    """Keep what a worker made of a capture, or the problem, in one transaction."""
    capture = job.capture
    if isinstance(result, Died):
        result = Problem(
            stage=Stage.EXTRACT,
            subject=capture.url,
            code=Code.CRASHED,
            message=f"Reading {capture.url} was given up: it {result.why}.",
            source_id=capture.source_id,
        )
    with desk.store.writing() as tx:
        work.done(tx, Stage.EXTRACT, capture.id)
        if isinstance(result, Problem):
            kept = replace(result, source_id=capture.source_id, subject=capture.url)
            problems.put(tx, kept, desk.clock())
            return Failed(problem=kept)
        problems.solve(tx, Stage.EXTRACT, capture.url)
        return _keep_article(tx, capture, result, desk.clock())


def _keep_article(tx: Transaction, capture: Capture, read: Read, now: datetime) -> Event:
    before = articles.current_at(tx, read.article.url)
    if before is not None and _reads_the_same(before, read.article):
        if before.id == read.article.id:
            reads.put(tx, _findings(read))  # read again: a better reader may have found more
        return Done(stage=Stage.EXTRACT, subject=capture.url, outcome="unchanged")
    if before is not None and _is_older(tx, capture, before):
        return _keep_older(tx, capture, read)
    article = replace(read.article, replaces=before.id if before else None)
    first = articles.first_captured(tx, (before.id,)).get(before.id) if before else None
    articles.add(
        tx,
        article,
        captured_at=capture.fetched_at,
        first_captured_at=first or capture.fetched_at,
    )
    reads.put(tx, _findings(read))
    addresses.ask(tx, follow(article, capture), now)
    if article.page_type != "listing":
        work.add(tx, Stage.PROPOSE, (article.id,), time_of(article, capture.fetched_at))
    if capture.purpose not in NO_STORY and article.page_type != "listing":
        work.add(tx, Stage.GROUP, (article.id,), time_of(article, capture.fetched_at))
    outcome = "changed" if before else "article"
    return Done(stage=Stage.EXTRACT, subject=capture.url, outcome=outcome)


def _is_older(tx: Transaction, capture: Capture, before: Article) -> bool:
    """Whether a page was captured before its current reading: captures may be read in any order."""
    newest = captures.get(tx, before.capture_id)
    return newest is not None and capture.fetched_at < newest.fetched_at


def _keep_older(tx: Transaction, capture: Capture, read: Read) -> Event:
    """Keep what a page said once; the current reading stays the current one."""
    earlier = articles.of_capture(tx, capture.id)
    known = earlier is not None and _reads_the_same(earlier, read.article)
    if not known:
        article = replace(read.article, replaces=earlier.id if earlier else None)
        at = capture.fetched_at
        articles.add(tx, article, captured_at=at, first_captured_at=at, current=False)
    reads.put(tx, _findings(read))
    return Done(stage=Stage.EXTRACT, subject=capture.url, outcome="unchanged" if known else "older")


def _findings(read: Read) -> Findings:
    return Findings(
        article_id=read.article.id,
        version=statements.VERSION,
        statements=read.found.statements,
        figures=read.found.figures,
        mentions=read.found.mentions,
    )


def time_of(article: Article, captured_at: datetime) -> datetime:
    """When an article tells its event: its own date, unless that can't be true."""
    published = article.published
    if published is None or published.doubtful or published.at > captured_at:
        return captured_at
    return published.at


def _reads_the_same(before: Article, now: Article) -> bool:
    """Whether title and text say the same: adverts and counters around them don't count."""
    same_reader = (before.reader, before.version) == (now.reader, now.version)
    return same_reader and (before.title, before.text) == (now.title, now.text)


def follow(article: Article, capture: Capture) -> tuple[Request, ...]:
    """What an article leads to that belongs into the archive: its documents and its picture."""
    if article.page_type != "article" or not capture.url.startswith(("http:", "https:")):
        return ()
    documents = dict.fromkeys(link.url for link in article.links if is_document(link.url))
    wanted = [(url, Purpose.DOCUMENT) for url in list(documents)[:DOCUMENTS_AN_ARTICLE]]
    if article.image is not None:
        wanted.append((article.image.url, Purpose.IMAGE))
    return tuple(
        Request(
            url=url,
            source_id=capture.source_id or "",
            purpose=purpose,
            found_in=capture.id,
        )
        for url, purpose in wanted
        if url.startswith(("http:", "https:"))
    )
