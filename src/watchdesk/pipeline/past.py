"""A past newsletter becomes a desk's sources, sections and house style, as a person ticks them.

In: an open desk and a newsletter, as bytes or by its address. Out: what it proposes; later, what
became of each part that was taken. Files are written when all sites have answered. While a run
works on the desk no site is asked: the archive is written by one process.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial

from watchdesk.archive import Fetched
from watchdesk.config import add_sections, set_house
from watchdesk.extract.past import Form, PastIssue, past_issue
from watchdesk.model import Purpose, Request, UsageError
from watchdesk.pipeline.adding import Added
from watchdesk.pipeline.asking import archived, fetcher_for
from watchdesk.pipeline.desk import Desk, open_desk, working_on
from watchdesk.pipeline.steps import stepped
from watchdesk.pipeline.watching import look_and_watch
from watchdesk.sources import Listed


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the parts that were ticked."""

    sources: tuple[Added, ...]
    sections: tuple[str, ...]
    form: Form | None


def read_past(body: bytes, name: str = "") -> PastIssue:
    """What a past newsletter proposes; `UsageError` where there is nothing in it to read."""
    mail = name.lower().endswith(".eml") or body.lstrip()[:1] != b"<"
    found = past_issue(body, "message/rfc822" if mail else "text/html")
    if found is None or not (found.hosts or found.sections):
        raise UsageError("There is no newsletter with links or headings in this file.")
    return found


def fetch_past(desk: Desk, url: str) -> PastIssue:
    """The same of the page at an address, which is archived; `UsageError` where it is not given."""
    with open_desk(desk.folder, now=desk.clock()) as mine, working_on(mine, "read a newsletter"):
        found = list(stepped(partial(_asked, mine, url)))
    answer = next(one for one in found if one.request.url == url)
    if answer.problem is not None:
        raise UsageError(answer.problem.message)
    return read_past(answer.exchanges[-1].body)


async def _asked(desk: Desk, url: str) -> AsyncIterator[Fetched]:
    async with fetcher_for(desk) as fetcher:
        fetcher.submit(Request(url=url, source_id="", purpose=Purpose.INDEX))
        async for fetched in fetcher.results():
            with desk.store.writing() as tx:
                archived(tx, desk.archive, (fetched,))
            yield fetched


def take_past(
    desk: Desk, *, hosts: Sequence[str], sections: Sequence[str], form: Form | None
) -> Taken:
    """Watch the sites, add the sections, and set the house style where one is given."""
    sources: list[Added] = []
    if hosts:
        look_and_watch(
            desk, tuple(Listed(url=f"https://{host}/") for host in hosts), sources.append
        )
    added = add_sections(desk.folder, sections) if sections else ()
    if form is not None:
        lengths = {"sentences": form.sentences, "quotations": form.quotations}
        set_house(desk.folder, **lengths, links=max(1, form.links))
    return Taken(tuple(sources), added, form)
