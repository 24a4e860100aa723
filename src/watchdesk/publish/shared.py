"""The pages that all issues share: the archive, sections, registers, corrections, search, feeds.

Comes in: a `Site`, which holds the abstract of each issue and what the registers' gate cleared.
Goes out: files, those that lead to others last.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from babel.dates import format_date

from watchdesk.model import Theme
from watchdesk.publish.card import card
from watchdesk.publish.feeds import feeds, section_feeds
from watchdesk.publish.page import SEARCH_POLICY, page
from watchdesk.publish.publication import File, IssueHead, path_name
from watchdesk.publish.setting import packaged, packaged_names, set_page
from watchdesk.publish.shelves import shelf_pages
from watchdesk.publish.site import Abstract, ItemHead, Site
from watchdesk.publish.theme import LOGO, tokens
from watchdesk.publish.tongue import Tongue, tongue

NEWEST = 12
"""Issues that the archive and a section show whole; the rest is listed by month and year."""

INDEXES = "pagefind"
"""The folder of the search indexes, one for each year."""

_TYPES = {
    "css": "text/css",
    "js": "text/javascript",
    "woff2": "font/woff2",
    "txt": "text/plain",
}


def furniture(theme: Theme) -> Iterator[File]:
    """The style sheets, fonts, script and logo of all pages."""
    yield File("style/tokens.css", "text/css", tokens(theme).encode())
    for folder in ("fonts", "style"):
        for name in packaged_names(folder):
            media_type = _TYPES[name.rpartition(".")[2]]
            yield File(f"{folder}/{name}", media_type, packaged(folder, name))
    if logo := theme.logo:
        yield File(f"{LOGO}/{logo.name}", logo.media_type, logo.body)


def shared(site: Site) -> Iterator[File]:
    """All pages of the site beside its issues."""
    desk = _Shared(site, tongue(site.language))
    yield desk.card()
    yield from desk.months()
    yield from desk.sections()
    yield from shelf_pages(site, desk.tongue)
    yield page(site, desk.tongue, "corrections.html", "corrections/index.html")
    yield from desk.search()
    yield from desk.archive()
    yield from feeds(site)
    yield from desk.for_robots()


def years_of(site: Site) -> tuple[int, ...]:
    """The years in which issues came out, newest first."""
    return tuple(sorted({each.head.dated.year for each in site.issues}, reverse=True))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What each of these pages needs at hand."""

    site: Site
    tongue: Tongue

    def card(self) -> File:
        site = self.site
        newest = site.newest.head.summary if site.newest else site.desk_title
        body = card(site.desk_title, site.example_note, newest, theme=site.theme)
        return File("card.png", "image/png", body)

    def months(self) -> Iterator[File]:
        for month, issues in self._by_month().items():
            values = {"name": self._month_name(issues[0].head), "issues": issues}
            path = f"issues/{month}/index.html"
            yield page(self.site, self.tongue, "month.html", path, **values)

    def archive(self) -> Iterator[File]:
        years: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
        for month, issues in self._by_month().items():
            dated = issues[0].head.dated
            name = format_date(dated, "LLLL", locale=self.tongue.locale)
            years[dated.year].append((month, name, len(issues)))
        values = {
            "newest": self.site.issues[:NEWEST],
            "years": tuple((year, months[::-1]) for year, months in years.items()),
            "sections": tuple(self._sections().items()),
            "shelf_names": self.tongue.names("register_names"),
        }
        yield page(self.site, self.tongue, "archive.html", "issues/index.html", **values)

    def sections(self) -> Iterator[File]:
        for key, title in self._sections().items():
            groups = self._section(key)
            years = tuple(dict.fromkeys(head.dated.year for head, _ in groups))
            for year in years:
                own = [(head, items) for head, items in groups if head.dated.year == year]
                yield self._section_page(key, title, own, year=year)
            yield self._section_page(key, title, groups[:NEWEST], years=years)
            yield from section_feeds(self.site, key, title)

    def search(self) -> Iterator[File]:
        if self.site.searchable:
            indexes = [f"../{INDEXES}/{year}/" for year in years_of(self.site)]
            values: dict[str, object] = {"policy": SEARCH_POLICY, "indexes": indexes}
            values["found"] = self.tongue.names("search_found")
            yield page(self.site, self.tongue, "search.html", "search/index.html", **values)

    def for_robots(self) -> Iterator[File]:
        """The sitemaps, one for each year, and what robots should know."""
        base = self.site.base
        kept_out = f"{urlsplit(base).path or '/'}{INDEXES}/"
        rules = f"User-agent: *\nDisallow: {kept_out}\n"
        if base:
            names = []
            for year in years_of(self.site):
                name = f"sitemap-{year}.xml"
                names.append(name)
                body = set_page("sitemap.xml", base=base, places=tuple(self._places(year)))
                yield File(name, "application/xml", body.encode())
            body = set_page("sitemaps.xml", base=base, names=names)
            yield File("sitemap.xml", "application/xml", body.encode())
            rules += f"\nSitemap: {base}sitemap.xml\n"
        yield File("robots.txt", "text/plain", rules.encode())

    def _places(self, year: int) -> Iterator[tuple[str, str]]:
        if year == max(years_of(self.site)):
            yield "issues/index.html", ""
            yield "how/index.html", ""
            yield "corrections/index.html", ""
            for shelf in self.site.shelves:
                yield f"registers/{shelf.name}/index.html", ""
                for one in shelf.dossiers:
                    name = path_name(one.cleared.entry.id)
                    yield f"registers/{shelf.name}/{name}/index.html", ""
        for issue in self.site.issues:
            if issue.head.dated.year == year:
                day = issue.head.dated.date().isoformat()
                yield issue.head.path, day
                for item in issue.items:
                    yield item.path, day

    def _section_page(
        self,
        key: str,
        title: str,
        groups: Sequence[tuple[IssueHead, Sequence[ItemHead]]],
        *,
        years: Sequence[int] = (),
        year: int = 0,
    ) -> File:
        values: dict[str, object] = {"key": key, "title": title, "groups": groups}
        values |= {"years": years, "year": year, "feeds_title": title}
        values["feeds"] = f"sections/{key}/" if self.site.base else ""
        path = f"sections/{key}/{year}/index.html" if year else f"sections/{key}/index.html"
        return page(self.site, self.tongue, "section.html", path, **values)

    def _by_month(self) -> Mapping[str, list[Abstract]]:
        found: dict[str, list[Abstract]] = defaultdict(list)
        for issue in self.site.issues:
            found[issue.month].append(issue)
        return found

    def _month_name(self, head: IssueHead) -> str:
        return format_date(head.dated, "LLLL y", locale=self.tongue.locale)

    def _sections(self) -> Mapping[str, str]:
        """The heading of each section, as the newest issue that has it calls it."""
        found: dict[str, str] = {}
        for issue in self.site.issues:
            for key, title in issue.sections:
                found.setdefault(key, title)
        return found

    def _section(self, key: str) -> list[tuple[IssueHead, list[ItemHead]]]:
        groups = []
        for issue in self.site.issues:
            items = [item for item in issue.items if item.section == key]
            if items:
                groups.append((issue.head, items))
        return groups
