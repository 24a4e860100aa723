"""A desk with published issues, each item with an article of its own, for tests of the site."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.builders import a_capture, an_article, an_issue, an_item, at
from tests.pipeline.mailing import configure, put_issue

from watchdesk.config import create
from watchdesk.model import Article, Capture, Issue, Item, Section
from watchdesk.pipeline import issue_numbered, open_desk, publish
from watchdesk.store import Store, articles, captures, issues

URL = "https://velmor.example/"
WORDS = {
    "en": "The quarry road at Carrow is open again, the town council said.",
    "ru": "Паром через Терн снова ходит, сообщила пристань.",
    "hy": "Կամրջի մոտ ապրող ընտանիքները դեռ սպասում են։",
    "ka": "მდინარეზე ხიდი ისევ გაიხსნა, თქვა საბჭომ.",
    "ar": "أعلن المجلس أن الطريق إلى المحجر مفتوح من جديد.",
}
"""A sentence in each script that the site has letters for."""


def a_published_desk(folder: Path, *, issues_: int, items: int) -> Path:
    """A desk whose published issues are a week apart, the newest of them number `issues_`."""
    create(folder, title="The Velmor Letter", language="en")
    configure(folder, site_url=URL)
    with closing(Store.open(folder)) as store:
        for number in range(1, issues_ + 1):
            made = [_piece(number, place) for place in range(items)]
            with store.writing() as tx:
                captures.add(tx, [capture for capture, _, _ in made])
                for _, article, _ in made:
                    articles.add(tx, article, captured_at=at(16), first_captured_at=at(16))
    for number in range(1, issues_ + 1):
        own = tuple(_piece(number, place)[2] for place in range(items))
        put_issue(folder, _issue(number, issues_, own))
    return folder


def _piece(number: int, place: int) -> tuple[Capture, Article, Item]:
    language = list(WORDS)[place % len(WORDS)]
    text = f"{WORDS[language]} {number}-{place}."
    url = f"https://tidings.example/{number}/{place}"
    capture = a_capture(url, body=text.encode())
    article = an_article(
        text, title=f"{text[:30]} {number}-{place}", language=language, url=url, capture=capture
    )
    item = an_item(article, lines=(text,))
    headline = replace(item.headline, text=f"Item {place} of issue {number}", by="Ada")
    return capture, article, replace(item, headline=replace(headline, language="en"))


def _issue(number: int, newest: int, own: tuple[Item, ...]) -> Issue:
    half = len(own) // 2 or 1
    sections = (
        Section(key="council", title="Council", items=own[:half]),
        Section(key="river", title="River", items=own[half:]),
    )
    dated = at(20) - timedelta(weeks=newest - number)
    return replace(an_issue(*sections, number=number), dated=dated)


def built(folder: Path) -> dict[str, int]:
    """Publish the newest issue again, and count what was done."""
    counts: dict[str, int] = {}
    with open_desk(folder, now=at(20)) as desk:
        for event in publish(desk, issue_numbered(desk, None)):
            counts |= getattr(event, "counts", {})
    return counts


def change_one_item(folder: Path, number: int) -> None:
    """Another headline for the first item of an issue, proven as it then stands."""
    with closing(Store.open(folder)) as store, store.reading() as tx:
        issue = issues.numbered(tx, number)
        assert issue is not None
    first, *others = issue.sections
    item = replace(
        first.items[0], headline=replace(first.items[0].headline, text="Changed", by="Ada")
    )
    changed = replace(first, items=(item, *first.items[1:]))
    put_issue(folder, replace(issue, sections=(changed, *others)))


def standing(folder: Path) -> dict[str, bytes]:
    """The site's files, without the search indexes, whose names the indexer chooses."""
    site = folder / "site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and "pagefind" not in path.parts
    }
