import asyncio
import gzip
import time
import tracemalloc
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.archive.site import Answer, Site, Visit, in_turn, page, serving, wire

from watchdesk.archive import Fetched, Fetcher, Limits, Robots, RobotsText
from watchdesk.archive.results import Result, Results
from watchdesk.model import Code, Purpose, Request, Validators

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FAST: dict[str, Any] = {
    "per_host_delay": 0.0,
    "retry_seconds": 0.02,
    "silent_seconds": 0.5,
    "total_seconds": 2.0,
    "grace_seconds": 0.4,
}
PAGE = b"<h1>The ferry sails again</h1>"


def asked(url: str, **values: Any) -> Request:
    return Request(url=url, **{"source_id": "s", "purpose": Purpose.ARTICLE, **values})


async def fetch(
    site: Site, requests: Sequence[Request], limits: Limits | None = None, **settings: Any
) -> list[Fetched]:
    allowed = frozenset({("127.0.0.1", site.port)})
    limits = limits or Limits(**FAST)
    async with Fetcher(limits=limits, allowed=allowed, clock=lambda: NOW, **settings) as fetcher:
        for request in requests:
            fetcher.submit(request)
        return [result async for result in fetcher.results()]


async def one(answer: Answer, limits: Limits | None = None, **values: Any) -> Fetched:
    async with serving(Site(pages={"/a": answer})) as site:
        results = await fetch(site, [asked(site.url("/a"), **values)], limits)
    return next(result for result in results if result.request.purpose is not Purpose.ROBOTS)


def code(fetched: Fetched) -> Code | None:
    return fetched.problem.code if fetched.problem else None


async def test_a_page_comes_with_all_that_went_over_the_wire() -> None:
    answer = page(gzip.compress(PAGE), Content_Encoding="gzip", X_Odd="caf\xe9")
    fetched = await one(answer, limits=Limits(**FAST))
    exchange = fetched.exchanges[-1]
    assert fetched.problem is None
    assert (exchange.status, exchange.reason, exchange.body) == (200, "OK", PAGE)
    assert exchange.raw == gzip.compress(PAGE) or exchange.raw.startswith(b"\x1f\x8b")
    assert ("X-Odd", "caf\xe9") in exchange.response_headers
    assert dict(exchange.request_headers)["User-Agent"].startswith("watchdesk/")
    assert (exchange.media_type, exchange.ip) == ("text/html", "127.0.0.1")
    assert exchange.asked_at >= NOW


async def test_who_asks_is_told_with_an_address() -> None:
    async with serving(Site(pages={"/a": page(PAGE)})) as site:
        await fetch(site, [asked(site.url("/a"))], contact="https://desk.example/about")
    assert {seen["User-Agent"] for seen in site.seen} == {
        "watchdesk/0.1.0 (+https://desk.example/about)"
    }


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("404 Not Found", Code.NOT_FOUND),
        ("410 Gone", Code.GONE),
        ("401 Unauthorized", Code.LOGIN),
        ("403 Forbidden", Code.BLOCKED),
        ("451 Unavailable", Code.LEGAL),
        ("999 Nope", Code.STATUS),
        ("500 Oh", Code.SERVER_ERROR),
    ],
)
async def test_a_status_is_named_for_what_it_is_and_its_page_is_kept(
    status: str, expected: Code
) -> None:
    fetched = await one(page(b"<p>no</p>", status=status))
    assert code(fetched) is expected
    assert fetched.exchanges[-1].body == b"<p>no</p>"
    assert fetched.problem is not None
    assert fetched.problem.message.startswith("a.localhost ")


async def test_a_server_s_fault_is_tried_three_times_in_all() -> None:
    bad, good = page(b"", status="500 Oh"), page(PAGE)
    fetched = await one(in_turn(bad, bad, good))
    assert fetched.problem is None
    assert [exchange.status for exchange in fetched.exchanges] == [500, 500, 200]
    assert len((await one(in_turn(bad, bad, bad, good))).exchanges) == 3


async def test_a_short_retry_after_is_waited_for() -> None:
    busy = page(b"", status="429 Slow", Retry_After="1")
    async with serving(Site(pages={"/a": in_turn(busy, page(PAGE))})) as site:
        results = await fetch(site, [asked(site.url("/a"))])
    assert results[-1].problem is None
    assert site.times[-1] - site.times[-2] >= 1.0


async def test_a_long_retry_after_is_stored_and_the_host_left_alone() -> None:
    busy = page(b"", status="503 Busy", Retry_After="120")
    async with serving(Site(pages={"/a": busy, "/b": page(PAGE)})) as site:
        results = await fetch(site, [asked(site.url("/a")), asked(site.url("/b"))])
    problems = [result.problem for result in results if result.problem]
    assert [problem.code for problem in problems] == [Code.BUSY, Code.BUSY]
    assert {str(problem.retry_after) for problem in problems} == {"2026-11-20 09:02:00+00:00"}
    assert problems[0].message == (
        "a.localhost answered 503 (busy). It asked to wait until 20 November 09:02 UTC."
    )
    assert site.paths() == ["/robots.txt", "/a"]


async def test_an_absurd_retry_after_is_capped_at_a_day() -> None:
    fetched = await one(page(b"", status="429 Slow", Retry_After="99999999999"))
    assert fetched.problem is not None
    assert str(fetched.problem.retry_after) == "2026-11-21 09:00:00+00:00"


async def test_each_hop_of_a_redirect_is_an_exchange() -> None:
    pages = {
        "/a": page(b"", status="301 Moved", Location="b"),
        "/b": page(b"", status="308 Moved", Location="//b.localhost:{port}/c"),
        "/c": page(PAGE),
    }
    async with serving(Site(pages=pages)) as site:
        pages["/b"] = page(b"", status="308 Moved", Location=f"//b.localhost:{site.port}/c")
        results = await fetch(site, [asked(site.url("/a"))])
    hops = [exchange.url for exchange in results[-1].exchanges]
    assert hops == [site.url("/a"), site.url("/b"), site.url("/c", "b.localhost")]
    assert "/robots.txt" in site.paths("b.localhost")


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/a", Code.REDIRECT),
        ("", Code.REDIRECT),
        ("http://169.254.169.254/latest/", Code.ADDRESS),
        ("http://127.0.0.1:9/", Code.ADDRESS),
        ("http://x.localhost:9/", Code.ADDRESS),
        ("http://2130706433:9/", Code.ADDRESS),
        ("http://[::1]:9/", Code.ADDRESS),
        ("http://[::ffff:10.0.0.7]/", Code.ADDRESS),
        ("file:///etc/passwd", Code.ADDRESS),
        ("javascript:alert(1)", Code.ADDRESS),
    ],
)
async def test_a_redirect_into_a_circle_or_a_forbidden_place_is_refused(
    location: str, expected: Code
) -> None:
    fetched = await one(page(b"", status="302 Found", Location=location))
    assert code(fetched) is expected
    assert fetched.exchanges[-1].status == 302


async def test_a_chain_of_redirects_ends_at_the_limit() -> None:
    def link(number: int) -> Answer:
        return page(b"", status="302 Found", Location=f"/{number + 1}")

    async with serving(Site(pages={f"/{n}": link(n) for n in range(30)})) as site:
        results = await fetch(site, [asked(site.url("/0"))])
    assert code(results[-1]) is Code.REDIRECT
    assert len(results[-1].exchanges) == 11


async def test_cookies_live_within_one_fetch() -> None:
    async def wall(visit: Visit) -> None:
        if "Cookie" in visit.headers:
            await visit.answer(visit.headers["Cookie"].encode())
        else:
            await visit.answer(status="302 Found", Location="/a", Set_Cookie="seen=1; Path=/")

    async with serving(Site(pages={"/a": wall})) as site:
        results = await fetch(site, [asked(site.url("/a")), asked(site.url("/a"))])
    bodies = [r.exchanges[-1].body for r in results if r.request.purpose is Purpose.ARTICLE]
    assert bodies == [b"seen=1", b"seen=1"]
    assert ["Cookie" in seen for seen in site.seen] == [False, False, True, False, True]


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (wire(HEAD + b"Content-Length: 20000\r\n\r\n" + PAGE), Code.BROKEN_ANSWER),
        (wire(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello"), Code.BROKEN_ANSWER),
        (wire(HEAD + b"Content-Length: 1000\r\n\r\n" + PAGE, then="hang"), Code.TIMEOUT),
        (wire(HEAD + b"Content-Length: 5\r\nContent-Length: 9\r\n\r\nhello"), Code.BROKEN_ANSWER),
        (wire(b"SSH-2.0-OpenSSH_9.2\r\n"), Code.BROKEN_ANSWER),
        (wire(b""), Code.CONNECTION),
        (wire(b"", then="hang"), Code.TIMEOUT),
        (wire(HEAD + b"X: " + b"x" * 100_000 + b"\r\n\r\n"), Code.BROKEN_ANSWER),
        (wire(HEAD + b"X: x\r\n" * 5000 + b"\r\n"), Code.BROKEN_ANSWER),
        (page(b"x", Content_Encoding="x-snow"), Code.CODING),
        (page(gzip.compress(PAGE * 90)[:-30], Content_Encoding="gzip"), Code.CODING),
        (page(b"", Content_Length="200000000"), Code.TOO_LARGE),
    ],
)
async def test_a_broken_answer_is_a_problem_and_no_page(answer: Answer, expected: Code) -> None:
    fetched = await one(answer)
    assert code(fetched) is expected


async def test_the_part_of_a_broken_answer_is_kept_and_marked() -> None:
    fetched = await one(wire(HEAD + b"Content-Length: 20000\r\n\r\n" + PAGE))
    assert len(fetched.exchanges) == 3
    assert {(e.raw, e.truncated) for e in fetched.exchanges} == {(PAGE, "disconnect")}


async def test_a_body_longer_than_it_says_is_read_to_the_length_it_says() -> None:
    async with serving(
        Site(pages={"/a": wire(HEAD + b"Content-Length: 5\r\n\r\nhello and more")})
    ) as site:
        results = await fetch(site, [asked(site.url("/a")), asked(site.url("/a"))])
    bodies = [r.exchanges[-1].body for r in results if r.request.purpose is Purpose.ARTICLE]
    assert bodies == [b"hello", b"hello"]


async def test_the_chunks_before_a_bad_one_are_kept() -> None:
    bad = wire(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n")
    fetched = await one(bad)
    assert code(fetched) is Code.BROKEN_ANSWER
    assert fetched.exchanges[-1].truncated == "disconnect"


async def test_an_endless_body_is_cut_at_the_limit() -> None:
    async def endless(visit: Visit) -> None:
        await visit.say(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        while True:
            await visit.say(b"10000\r\n" + b"x" * 65536 + b"\r\n")

    fetched = await one(endless, Limits(**FAST, max_bytes=1_000_000))
    assert code(fetched) is Code.TOO_LARGE
    assert (len(fetched.exchanges[-1].body), fetched.exchanges[-1].truncated) == (
        1_000_000,
        "length",
    )


async def test_a_trickle_is_cut_by_its_rate() -> None:
    async def drip(visit: Visit) -> None:
        await visit.say(HEAD + b"\r\n")
        while True:
            await visit.say(b"x")
            await asyncio.sleep(0.05)

    fetched = await one(drip)
    assert code(fetched) is Code.TOO_SLOW
    assert fetched.exchanges[-1].truncated == "time"


async def test_a_page_that_came_whole_while_we_were_busy_is_no_trickle() -> None:
    async def answer(visit: Visit) -> None:
        time.sleep(0.4)  # noqa: ASYNC251 - the whole loop is held up, and us with it
        await visit.answer(PAGE)

    fetched = await one(answer, Limits(**{**FAST, "grace_seconds": 0.2}))
    assert fetched.problem is None
    assert fetched.exchanges[-1].body == PAGE


async def test_headers_that_trickle_are_cut_by_the_whole_time() -> None:
    async def drip(visit: Visit) -> None:
        for byte in HEAD:
            await visit.say(bytes([byte]))
            await asyncio.sleep(0.1)

    assert code(await one(drip, Limits(**{**FAST, "total_seconds": 0.5}))) is Code.TIMEOUT


async def test_a_slow_host_does_not_hold_up_another() -> None:
    pages = {"/slow": wire(b"", then="hang"), "/a": page(PAGE)}
    async with serving(Site(pages=pages)) as site:
        slow = [asked(site.url("/slow", "slow.localhost"))]
        quick = [asked(site.url(f"/a?{n}")) for n in range(5)]
        pages.update({f"/a?{n}": page(PAGE) for n in range(5)})
        results = await fetch(site, slow + quick)
    assert "slow" in results[-1].request.url


async def test_a_host_that_fails_again_and_again_is_left_alone() -> None:
    async with serving(Site(pages={f"/{n}": wire(b"", then="hang") for n in range(6)})) as site:
        limits = Limits(**{**FAST, "silent_seconds": 0.1})
        results = await fetch(site, [asked(site.url(f"/{n}")) for n in range(6)], limits)
    assert len(site.paths()) == 4
    told = [result.problem.message for result in results if result.problem]
    assert told[-1] == "a.localhost failed 3 times in a row and was not asked again."


async def test_one_connection_a_host_and_a_distance_between_requests() -> None:
    async with serving(Site(pages={"/a": page(PAGE), "/b": page(PAGE)})) as site:
        limits = Limits(**{**FAST, "per_host_delay": 0.2})
        await fetch(site, [asked(site.url("/a")), asked(site.url("/b"))], limits)
    assert site.most_at_once == 1
    gaps = [later - before for before, later in zip(site.times, site.times[1:], strict=False)]
    assert len(gaps) == 2
    assert min(gaps) >= 0.2


async def test_a_crawl_delay_holds_from_the_first_page_on() -> None:
    slowly = page(b"User-agent: *\nCrawl-delay: 0.3\n", Content_Type="text/plain")
    async with serving(Site(pages={"/a": page(PAGE)}, robots={"a.localhost": slowly})) as site:
        await fetch(site, [asked(site.url("/a"))])
    assert site.times[1] - site.times[0] >= 0.3


async def test_a_dropped_connection_is_not_asked_again_at_once() -> None:
    async with serving(Site(pages={"/a": wire(b"")})) as site:
        fetched = (await fetch(site, [asked(site.url("/a"))]))[-1]
    assert code(fetched) is Code.CONNECTION
    assert site.paths() == ["/robots.txt", "/a", "/a", "/a"]


async def test_a_server_that_never_sent_anything_but_not_modified_is_told() -> None:
    fetched = await one(wire(b"HTTP/1.1 304 Not Modified\r\n\r\n"))
    assert code(fetched) is Code.NEVER_RECEIVED
    assert len(fetched.exchanges) == 2


async def test_validators_are_sent_and_a_304_is_no_problem() -> None:
    async def answer(visit: Visit) -> None:
        assert visit.headers["If-None-Match"] == '"1"'
        assert visit.headers["If-Modified-Since"] == "Mon, 01 Jan 2024 00:00:00 GMT"
        await visit.say(b"HTTP/1.1 304 Not Modified\r\n\r\n")

    validators = Validators(etag='"1"', last_modified="Mon, 01 Jan 2024 00:00:00 GMT")
    fetched = await one(answer, validators=validators)
    assert (fetched.problem, fetched.exchanges[-1].status) == (None, 304)


BAN = page(b"User-agent: watchdesk\nDisallow: /\n", Content_Type="text/plain")


@pytest.mark.parametrize(
    ("robots", "expected"),
    [
        (BAN, Code.ROBOTS),
        (page(b"", status="500 Oh"), Code.ROBOTS),
        (page(b"", status="403 No"), None),
        (page(b"<html><body>Disallow: /</body></html>"), None),
        (page(b"", status="302 Found", Location="/robots.txt"), None),
        (page(b"User-agent: *\nDisallow: /\n" + b"#" * 3_000_000), Code.ROBOTS),
        (wire(b"", then="hang"), Code.TIMEOUT),
    ],
)
async def test_robots_txt_decides(robots: Answer, expected: Code | None) -> None:
    async with serving(Site(pages={"/a": page(PAGE)}, robots={"a.localhost": robots})) as site:
        results = await fetch(site, [asked(site.url("/a"))])
    assert code(results[-1]) is expected
    assert ("/a" in site.paths()) is (expected is None)


async def test_known_robots_are_not_asked_again_and_new_ones_can_be_read_out() -> None:
    async with serving(Site(pages={"/a": page(PAGE)}, robots={"a.localhost": BAN})) as site:
        origin = f"http://b.localhost:{site.port}"
        robots = Robots((RobotsText(host=origin, fetched_at=NOW, status=404),))
        requests = [asked(site.url("/a")), asked(site.url("/a", "b.localhost"))]
        await fetch(site, requests, robots=robots)
    assert site.paths("b.localhost") == ["/a"]
    read = {text.host: text.status for text in robots.take_new()}
    assert read == {f"http://a.localhost:{site.port}": 200}
    assert robots.take_new() == ()


async def test_robots_fetches_are_results_of_their_own() -> None:
    async with serving(Site(pages={"/a": page(PAGE)}, robots={"a.localhost": BAN})) as site:
        results = await fetch(site, [asked(site.url("/a"))])
    assert [result.request.purpose for result in results] == [Purpose.ROBOTS, Purpose.ARTICLE]
    assert results[0].problem is None


async def test_a_list_somewhat_over_the_limit_is_kept_as_a_part() -> None:
    limits = Limits(**FAST, max_bytes=1000)
    fetched = await one(page(b"x" * 3000), limits, purpose=Purpose.INDEX)
    assert code(fetched) is Code.TOO_LARGE
    assert len(fetched.exchanges[-1].body) == 1000
    fetched = await one(page(b"x" * 5000), limits, purpose=Purpose.INDEX)
    assert fetched.exchanges[-1].body == b""


async def test_more_may_be_submitted_while_results_are_taken() -> None:
    async with serving(Site(pages={"/a": page(PAGE), "/b": page(PAGE)})) as site:
        allowed = frozenset({("127.0.0.1", site.port)})
        seen = []
        async with Fetcher(limits=Limits(**FAST), allowed=allowed) as fetcher:
            fetcher.submit(asked(site.url("/a")))
            async for result in fetcher.results():
                seen.append(result.request.url)
                if result.request.url.endswith("/a"):
                    fetcher.submit(asked(site.url("/b")))
    assert seen[-1] == site.url("/b")


async def test_what_has_come_is_taken_together_up_to_a_number_and_a_bug_is_raised() -> None:
    found = [Result(Fetched(request=asked(f"http://a.example/{n}"), exchanges=())) for n in "abc"]
    results = Results()
    for one in found:
        results.put(one)
    assert await results.take(2) == tuple(found[:2])
    assert await results.take(2) == tuple(found[2:])
    results.put(RuntimeError("a bug"))
    with pytest.raises(RuntimeError, match="a bug"):
        await results.take(2)


async def test_large_bodies_wait_for_each_other_and_all_arrive() -> None:
    body = b"x" * 700_000
    async with serving(Site(pages={"/a": page(body)})) as site:
        hosts = [f"h{n}.localhost" for n in range(8)]
        limits = Limits(**FAST, held_bytes=1, large_bytes=1)
        results = await fetch(site, [asked(site.url("/a", host)) for host in hosts], limits)
    assert sum(len(r.exchanges[-1].body) for r in results) == 8 * len(body)


async def test_many_bombs_at_once_do_not_add_up_in_memory() -> None:
    bomb = page(gzip.compress(bytes(4_000_000)), Content_Encoding="gzip")
    async with serving(Site(pages={"/a": bomb})) as site:
        requests = [asked(site.url("/a", f"h{n}.localhost")) for n in range(20)]
        limits = Limits(**FAST, held_bytes=1, large_bytes=1, max_bytes=2_000_000)
        tracemalloc.start()
        try:
            async with Fetcher(
                limits=limits, allowed=frozenset({("127.0.0.1", site.port)})
            ) as fetcher:
                for request in requests:
                    fetcher.submit(request)
                codes = [code(result) async for result in fetcher.results()]
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert codes.count(Code.TOO_LARGE) == 20
    assert peak < 25_000_000


async def test_an_address_that_is_never_fetched_is_a_result_like_any_other() -> None:
    async with serving(Site()) as site:
        results = await fetch(site, [asked("http://127.0.0.1:9/"), asked("ftp://x.example/")])
    assert [code(result) for result in results] == [Code.ADDRESS, Code.ADDRESS]
    assert site.asked == []
