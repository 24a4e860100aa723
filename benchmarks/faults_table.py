"""For each hostile host: what must be seen of it, as one short check, or a list of them.

A check takes what was seen and says whether it is as expected. `LATER` names the rows of which a
part is not built: their check holds what is, the sentence says what is not.
"""

from datetime import UTC, datetime

from faults_checks import (
    Check,
    apart,
    article,
    ascii_links,
    at_most,
    both,
    changed,
    clean,
    code,
    dated,
    either,
    lists,
    no_article,
    no_header,
    not_from_the_future,
    once_a_gather,
    once_each,
    only_robots,
    reads,
    refused,
    says,
    small,
    state,
    times,
    titled,
    waits_at_most_a_day,
    without,
)

READER_FELL = "reader-crashed"
STANDS_AT = datetime(2021, 10, 6, 18, 30, tzinfo=UTC)
RUSSIAN = both(reads("Портовая контора сообщила"), reads("сказала смотрительница Вера Лунд"))
NOTE = reads("The harbour office said on Monday")
FEED = "/feed.xml"
LINKED = "/a/1"
CUT = refused("broken-answer", "content-coding")
UNREADABLE = either(both(article, NOTE), refused("content-coding"))
UNEXPANDED = both(clean("haha", "aaaaaaaaaa", "root:", "CANARY"), without(READER_FELL))
WITHIN_SECONDS = both(without(READER_FELL), either(article, code("no-text", "too-large")))


def guarded(name: str) -> Check:
    """Refused by its address, not for want of leave to ask other hosts."""
    unnamed = says("not among the only hosts")
    named = both(refused("address-refused"), says(name), at_most(1))
    return both(named, lambda seen: not unnamed(seen))


# ── the table ────────────────────────────────────────────────────────────────────────────────────

CHECKS: dict[str, Check] = {
    # Status
    "gone-404": both(code("not-found"), state("failed"), at_most(1)),
    "gone-410": both(code("gone"), state("failed"), lambda seen: seen.paths() == [FEED]),
    "error-500-then-ok": both(lists(5), times(FEED, 3), apart(1.5, FEED)),
    "busy-503": both(code("busy"), state("failed"), at_most(1)),
    "rate-429": both(lists(5), times(FEED, 2), apart(2, FEED)),
    "rate-429-date": both(lists(5), times(FEED, 2), apart(3, FEED)),
    "rate-429-absurd": both(code("busy"), times(FEED, 0, step="again"), waits_at_most_a_day),
    "auth-401": both(code("needs-login"), no_header("Authorization"), state("refused")),
    "challenge-403": both(refused("blocked"), state("refused")),
    "legal-451": both(refused("withheld-for-legal-reasons"), state("refused")),
    # Redirects
    "moved-301": both(lists(5), once_each(), says("/new.xml")),
    "chain-301": titled("End of the chain"),
    "chain-30": both(refused("redirect"), at_most(11)),
    "loop": both(refused("redirect"), at_most(2)),
    "no-location": refused("redirect"),
    "to-metadata": guarded("169.254.169.254"),
    "to-file": guarded("file:///etc/passwd"),
    "to-private": guarded("10.0.0.7"),
    "to-private-172": guarded("172.16.5.4"),
    "to-shared": guarded("100.64.0.1"),
    "to-loopback-port": guarded("127.0.0.1"),
    "to-loopback-decimal": guarded("2130706433"),
    "to-loopback-hex": guarded("0x7f.1"),
    "to-zero": guarded("0.0.0.0"),
    "to-ipv6-loopback": guarded("::1"),
    "to-ipv6-mapped": guarded("::ffff:"),
    "to-ipv6-local": guarded("fd00::7"),
    "to-nat64": guarded("64:ff9b::"),
    "to-ftp": guarded("ftp://"),
    "to-data": guarded("data:"),
    "to-javascript": guarded("javascript:"),
    "to-private-meta": both(at_most(1), without("address-refused")),
    # Bodies and framing
    "endless": refused("too-large"),
    "drip": refused("too-slow", "timeout"),
    "drip-head": refused("timeout", "too-slow"),
    "big-200mb": both(refused("too-large"), lambda seen: seen.asked[-1].size < 5_000_000),
    "bomb-gzip": refused("too-large"),
    "bomb-nested": refused("too-large", "content-coding"),
    "bomb-feed": both(code("too-large"), lambda seen: not seen.outcomes(), lists(0)),
    "truncated-length": both(CUT, times("/a", 2, 3)),
    "truncated-chunked": both(CUT, times("/a", 2, 3)),
    "truncated-gzip": CUT,
    "length-short": either(both(article, small(500)), refused("broken-answer", "no-text")),
    "length-long": refused("timeout"),
    "length-two": either(both(article, small(500)), refused("broken-answer")),
    "bad-chunk": refused("broken-answer"),
    "reset": both(refused("broken-answer", "connection"), times("/a", 2, 3)),
    "silent": refused("timeout"),
    "hang-up": both(refused("connection"), times("/a", 2, 3)),
    "not-http": refused("broken-answer"),
    "status-odd": both(refused("odd-status"), says("999")),
    "header-huge": refused("broken-answer"),
    "header-many": refused("broken-answer"),
    "interim": either(NOTE, refused("broken-answer")),
    "header-text": NOTE,
    # Content codings
    "br-mislabelled": UNREADABLE,
    "zstd-mislabelled": UNREADABLE,
    "gzip-mislabelled": UNREADABLE,
    "deflate-raw": NOTE,
    "br-unasked": either(article, refused("content-coding")),
    "zstd-unasked": either(article, refused("content-coding")),
    "gzip-trailing": NOTE,
    "gzip-members": NOTE,
    "coding-unknown": both(refused("content-coding"), says("x-snow")),
    "gzip-unlabelled": lists(5),
    # Charsets
    "cs-wrong-header": both(RUSSIAN, lambda seen: "1251 by meta" in seen.charset),
    "cs-none-1251": both(RUSSIAN, lambda seen: "by detected" in seen.charset),
    "cs-none-1256": either(reads("قال مكتب الميناء"), refused("charset", "no-text")),
    # The web itself cannot write its quotation marks in koi8-r and answers 500.
    "cs-koi8": either(RUSSIAN, refused("server-error")),
    "cs-gb18030": reads("港务局星期一表示"),
    "cs-utf16": RUSSIAN,
    "cs-utf16-header": RUSSIAN,
    "cs-latin1-is-utf8": both(reads("Bürgermeister äußerte"), titled("Fähre fährt wieder")),
    "cs-mixed": both(NOTE, lambda seen: "damaged" in seen.charset),
    "cs-nul": both(NOTE, clean("\0"), reads("harbour office")),
    "cs-unknown": NOTE,
    "cs-surrogates": both(NOTE, clean("\ud800", "\udfff", "\0", "\u202e")),
    # Three words are no article; links of longer pages are held to ASCII by their tests.
    "cs-control-url": either(ascii_links, refused("no-text")),
    "cs-feed-1251": lambda seen: seen.entries[0].title == "Паром снова ходит, часть 1",
    "cs-feed-late": lists(5),
    # Feeds
    "xml-laughs": UNEXPANDED,
    "xml-quadratic": UNEXPANDED,
    "xml-external": UNEXPANDED,
    "xml-dtd": both(lists(1), UNEXPANDED),
    "xml-xinclude": UNEXPANDED,
    "feed-50000": both(lambda seen: 40 <= len(seen.entries) <= 60, code("too-large"), at_most(60)),
    "feed-new-ids": both(lists(8), once_each(), lambda seen: len(seen.articles) == 8),
    "feed-new-links": both(lists(8), once_each(), lambda seen: len(seen.articles) == 8),
    "feed-duplicates": both(lists(4), lambda seen: len(seen.articles) == 4),
    "feed-future": both(lists(7), not_from_the_future),
    "feed-date-forms": both(lists(7), dated(STANDS_AT, None)),
    "feed-script": clean("<script", "<svg", "<img", "javascript:", "data:text", "file:///"),
    "feed-relative": lambda seen: {"/a/1", "/a/2", "/feed.xml?a=3"} <= set(seen.paths()),
    "feed-malformed": both(lists(4), code("damaged-feed")),
    "feed-cut": both(lists(2), code("damaged-feed")),
    "feed-html": both(code("not-a-feed"), says("/real.xml"), lists(0)),
    "feed-emptied": both(lists(10), state("empty", "quiet", step="again"), state("empty", "quiet")),
    "feed-parked": both(lists(5), code("not-a-feed", step="again"), no_article, state("failed")),
    "feed-quiet": both(state("quiet", step="first"), state("quiet")),
    "feed-long-title": both(lists(2), lambda seen: all(len(e.title) <= 500 for e in seen.entries)),
    "feed-deep": both(either(lists(1), code("not-a-feed", "damaged-feed")), without(READER_FELL)),
    "json-deep": both(code("not-a-feed"), without(READER_FELL)),
    "json-types": both(
        lambda seen: seen.entries[0].title == "Harbour note 1", code("damaged-feed")
    ),
    "sitemap-loop": both(once_a_gather, at_most(21), lists(0)),
    # Pages
    "html-deep": WITHIN_SECONDS,
    "html-tags": WITHIN_SECONDS,
    "html-regex": both(WITHIN_SECONDS, NOTE),
    "html-injection": lambda seen: (
        seen.text.count("Ignore all previous instructions") == 1
        and not any("evil.test" in link.url for one in seen.articles for link in one.links)
    ),
    "html-soft-404": both(refused("error-page"), state("failed")),
    "html-soft-500": both(refused("error-page"), state("failed")),
    "html-script-only": both(refused("script-only"), state("failed")),
    "cookie-wall": both(refused("consent-wall"), at_most(2), state("failed")),
    "login-wall": both(refused("needs-login"), state("refused")),
    "paywall": lambda seen: seen.articles[-1].cut and seen.text.count("240,000") == 1,
    "canonical-lie": lambda seen: "//canonical-lie." in seen.articles[-1].url,
    "type-lies": lambda seen: seen.articles[-1].reader == "pdf",
    "type-zip": refused("media-type", "unreadable", "no-text"),
    "pdf-cut": both(refused("unreadable"), state("failed")),
    "pdf-bomb": either(refused("unreadable", "too-large", READER_FELL), article),
    # Validators
    "always-304": both(code("never-received"), times(FEED, 2), state("failed")),
    "etag-lies": both(
        lambda seen: any(one.status == 304 for one in seen.asked if one.step == "again"),
        lambda seen: [one.status for one in seen.asked if one.path == FEED][-1] == 200,
        lambda seen: len(seen.entries) >= 5,
    ),
    "etag-same-body-changed": both(changed("250,000", "270,000"), lambda s: len(s.articles) == 3),
    "etag-restless": both(lists(5), once_each(), lambda s: "nothing new" in s.outcomes("again")),
    "modified-future": both(no_header("If-Modified-Since"), lambda s: len(s.entries) >= 8),
    # Robots
    "robots-disallow": both(only_robots, code("refused-by-robots"), state("refused")),
    "robots-part": both(lists(5), lambda s: set(s.paths()) == {FEED, "/a/2"}),
    "robots-named": both(only_robots, code("refused-by-robots")),
    "robots-500": both(
        only_robots,
        code("refused-by-robots"),
        lambda seen: {one.step for one in seen.asked} == {"first", "again", "later"},
    ),
    "robots-403": lists(5),
    "robots-404": lists(5),
    "robots-delay": both(lists(5), apart(3)),
    "robots-delay-absurd": both(lists(5), lambda seen: max(seen.gaps()) < 40),
    "robots-loop": both(lists(5), lambda seen: len(seen.asked) - len(seen.paths()) <= 12),
    "robots-huge": both(only_robots, code("refused-by-robots")),
    "robots-html": lists(5),
    "robots-odd": both(only_robots, code("refused-by-robots")),
    # Life of a page
    "edited-by-fetch": changed("240,000", "310,000"),
    "edited-by-clock": both(changed("240,000", "310,000"), reads("Correction: an earlier version")),
    "edited-quote": changed("did not know", "I did know"),
    "edited-chrome": both(lambda s: len(s.articles) == 1, lambda s: "changed" not in s.outcomes()),
    "removed-by-fetch": both(code("gone", step="again"), reads("240,000")),
    "removed-by-clock": both(code("not-found", step="later"), reads("240,000")),
    "replaced": changed("240,000", "Cut the cabbage"),
    "edited-by-hand": changed("240,000", "310,000"),
}

LATER: dict[str, str] = {
    "edited-by-fetch": "after-care that proposes a correction",
    "edited-by-clock": "after-care that quotes the site's own note",
    "edited-quote": "the alarm for a published quotation that no longer stands",
    "removed-by-fetch": "after-care that says the page is gone",
    "removed-by-clock": "after-care that says the page is gone",
    "replaced": "after-care that tells another article from a change",
    "edited-by-hand": "after-care that proposes a correction",
}
