"""What the checks of hostile hosts are made of: each takes what was seen, and says yes or no."""

from collections.abc import Callable
from datetime import UTC, datetime

from faults_seen import STEPS, Seen

Check = Callable[[Seen], bool]

START = datetime(2021, 10, 24, 0, 1, tzinfo=UTC)
"""The desk's clock at the first gather: a minute after the web's own."""


def both(*checks: Check) -> Check:
    return lambda seen: all(check(seen) for check in checks)


def either(*checks: Check) -> Check:
    return lambda seen: any(check(seen) for check in checks)


def code(*codes: str, step: str = "first") -> Check:
    """One of these problems was reported."""
    return lambda seen: bool(seen.codes(step) & set(codes))


def without(*codes: str) -> Check:
    """None of these problems was ever reported."""
    return lambda seen: not seen.codes() & set(codes)


def says(words: str) -> Check:
    return lambda seen: seen.says(words)


def no_article(seen: Seen) -> bool:
    return not seen.articles


def refused(*codes: str) -> Check:
    """A problem and no article."""
    return both(code(*codes), no_article)


def reads(words: str) -> Check:
    """The newest article has these words."""
    return lambda seen: words in seen.text


def titled(title: str) -> Check:
    return lambda seen: bool(seen.articles) and seen.articles[-1].title == title


def lists(count: int) -> Check:
    """So many entries are known, after all gathers."""
    return lambda seen: len(seen.entries) == count


def state(*states: str, step: str = "later") -> Check:
    """How the source is shown after a step."""
    return lambda seen: seen.states.get(step) in states


def times(path: str, *counts: int, step: str = "first") -> Check:
    """How often a path was asked in a step."""
    return lambda seen: seen.paths(step).count(path) in counts


def at_most(count: int) -> Check:
    """No gather asked more often, robots.txt aside."""
    return lambda seen: all(len(seen.paths(step)) <= count for step in ("first", "again", "later"))


def once_each(start: str = "/a/") -> Check:
    """No page was asked twice."""

    def check(seen: Seen) -> bool:
        paths = [path.partition("?")[0] for path in seen.paths() if path.startswith(start)]
        return len(paths) == len(set(paths))

    return check


def once_a_gather(seen: Seen) -> bool:
    """No gather asked an address twice."""
    return all(len(set(paths)) == len(paths) for paths in map(seen.paths, STEPS))


def apart(seconds: float, *paths: str) -> Check:
    """So many seconds lie between requests of one gather."""
    return lambda seen: all(gap >= seconds for gap in seen.gaps(*paths))


def only_robots(seen: Seen) -> bool:
    return not seen.paths() and bool(seen.asked)


def no_header(name: str) -> Check:
    return lambda seen: all(name not in one.headers for one in seen.asked)


def clean(*words: str) -> Check:
    """None of these stands in a title, text or address."""

    def check(seen: Seen) -> bool:
        told = [f"{one.title} {one.url}" for one in seen.entries]
        told += [f"{one.title} {one.text}" for one in seen.articles]
        return not any(word in text for word in words for text in told)

    return check


def changed(old: str, new: str) -> Check:
    """A later article replaced an earlier one, which stayed."""
    return lambda seen: (
        any(old in one.text for one in seen.articles)
        and new in seen.text
        and seen.articles[-1].replaces == seen.articles[-2].id
    )


def article(seen: Seen) -> bool:
    return bool(seen.articles)


def small(count: int) -> Check:
    """What was taken for the page is not more than so many bytes."""
    return lambda seen: all(len(one.text) <= count for one in seen.articles)


def waits_at_most_a_day(seen: Seen) -> bool:
    waits = [one.retry_after for one in seen.troubles if one.step == "first"]
    return bool(waits) and all(
        (datetime.fromisoformat(one) - START).total_seconds() < 90_000 for one in waits if one
    )


def dated(*moments: datetime | None) -> Check:
    """Every entry has one of these dates."""
    return lambda seen: bool(seen.entries) and all(one.published in moments for one in seen.entries)


def not_from_the_future(seen: Seen) -> bool:
    return all(one.published is None or one.published <= START for one in seen.entries)


def ascii_links(seen: Seen) -> bool:
    links = [link.url for one in seen.articles for link in one.links]
    return bool(links) and all(link.isascii() for link in links)
