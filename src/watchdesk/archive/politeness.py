"""How the archive behaves towards a host: what it may ask, how far apart, and how long it waits.

In: a host's robots.txt as it was read, answers' headers, counts of attempts. Out: decisions and
distances in seconds. Pure: the clock comes in as an argument and nothing is asked.

RFC 9309 is the rule for robots.txt: a 4xx means no rules, a 5xx or no answer means stay away,
group and longest match decide (protego). A page of HTML under that name holds no rules.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from protego import Protego

from watchdesk.archive.exchange import http_date
from watchdesk.archive.limits import PRODUCT_TOKEN, ROBOTS_BYTES
from watchdesk.model import aware

KEEP_ROBOTS = timedelta(hours=24)  # RFC 9309, 2.4
KEEP_SILENCE = timedelta(minutes=10)  # an origin that failed is asked again soon
_GROWTH = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsText:
    """A robots.txt as it was read, kept between runs.

    `host` is the origin it speaks for (scheme, host and port), `status` what it answered.
    """

    host: str
    fetched_at: datetime
    status: int
    body: bytes = b""

    def __post_init__(self) -> None:
        aware(self.fetched_at, "fetched_at")

    @property
    def closed(self) -> bool:
        """Whether the whole origin is to be left alone until robots.txt answers."""
        return self.status >= 500

    def fresh(self, now: datetime) -> bool:
        """Whether these rules may still be used at `now`."""
        age = now - self.fetched_at
        return timedelta(0) <= age < (KEEP_SILENCE if self.closed else KEEP_ROBOTS)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one origin asks of us; `closed` origins allow nothing."""

    parsed: Protego | None = None
    closed: bool = False

    def allow(self, url: str) -> bool:
        """Whether `url` may be asked for."""
        if self.closed:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, PRODUCT_TOKEN))

    def delay(self, cap: float) -> float:
        """The distance between requests that the site asks for, in seconds, at most `cap`."""
        asked = self.parsed.crawl_delay(PRODUCT_TOKEN) if self.parsed else None
        return min(max(float(asked), 0.0), cap) if asked else 0.0


def rules_of(text: RobotsText) -> Rules:
    """The rules in a robots.txt."""
    if text.closed:
        return Rules(closed=True)
    if text.status != 200 or _is_page(text.body):
        return Rules()
    return Rules(Protego.parse(_lines(text.body)))


def _is_page(body: bytes) -> bool:
    return body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def _lines(body: bytes) -> str:
    if len(body) >= ROBOTS_BYTES:  # the last line may be cut in two
        body = body[: max(body.rfind(b"\n"), body.rfind(b"\r")) + 1]
    text = body.decode("utf-8-sig", "replace").replace("\x00", "")
    return "\n".join(text.splitlines())


class Robots:
    """The robots.txt files the desk knows; handed in at the start, read out at the end."""

    def __init__(self, texts: tuple[RobotsText, ...] = ()) -> None:
        self._texts = {text.host: text for text in texts}
        self._rules: dict[str, Rules] = {}
        self._new: list[RobotsText] = []

    def rules(self, origin: str, now: datetime) -> Rules | None:
        """The rules of `origin`; None where robots.txt has to be asked first."""
        text = self._texts.get(origin)
        if text is None or not text.fresh(now):
            return None
        if origin not in self._rules:
            self._rules[origin] = rules_of(text)
        return self._rules[origin]

    def put(self, text: RobotsText) -> None:
        """Remember what an origin answered."""
        self._texts[text.host] = text
        self._rules.pop(text.host, None)
        self._new.append(text)

    def status(self, origin: str) -> int | None:
        """What the origin's robots.txt last answered; None where it was never read."""
        text = self._texts.get(origin)
        return text.status if text else None

    def take_new(self) -> tuple[RobotsText, ...]:
        """What was read since this was last called, to be kept for the next run."""
        new, self._new = tuple(self._new), []
        return new


def retry_after(value: str | None, date: str | None, now: datetime) -> float | None:
    """The wait a Retry-After header asks for, in seconds; None where it asks for none.

    A date is taken relative to the answer's own `date`, since the server's clock may differ from
    ours; `now` stands in where the answer has none.
    """
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:12])
    until = http_date(value)
    if until is None:
        return None
    return max(0.0, (until - (http_date(date) or now)).total_seconds())


def distance(attempt: int, first: float) -> float:
    """The pause before attempt number `attempt` (1 is the first repetition), in seconds."""
    return first * _GROWTH ** (attempt - 1)


def until(now: datetime, wait: float, cap: float) -> datetime:
    """The moment `wait` seconds from `now`, at most `cap` seconds away."""
    return now.astimezone(UTC) + timedelta(seconds=min(wait, cap))
