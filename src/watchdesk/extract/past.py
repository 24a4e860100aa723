"""A past newsletter as a proposal for a desk: whom it links to, its sections, how long items are.

In: a newsletter as HTML or as a mail. Out: the hosts that it links to, its headings in their order,
and how long its items are. Nothing is fetched and nothing is taken over: a person ticks what is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from statistics import median
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from watchdesk.extract.charset import decode
from watchdesk.extract.guard import Manner, manner_of
from watchdesk.extract.page import one_line
from watchdesk.extract.walk import target_of, words_of
from watchdesk.text.marks import quotations
from watchdesk.text.sentences import sentences

MOST_BYTES = 2_000_000
LONGEST_HEADING = 80
LONGEST_BLOCK = 2_000
_MOST_ITEMS = 200

_NO_SOURCES = frozenset(
    """facebook.com twitter.com x.com instagram.com linkedin.com youtube.com youtu.be t.me
    telegram.me whatsapp.com wa.me tiktok.com threads.net bsky.app mastodon.social pinterest.com
    google.com apple.com spotify.com paypal.com patreon.com mailchi.mp list-manage.com
    campaign-archive.com
    substack.com sendgrid.net mailjet.com sendinblue.com brevo.com constantcontact.com
    createsend.com mailerlite.com hubspot.com buttondown.email""".split()  # noqa: SIM905
)
"""Networks, shops and the senders of mail: what they carry is not theirs."""
_BLOCKS = frozenset(
    "h1 h2 h3 h4 h5 h6 p table tr td th div ul ol li section article hr".split()  # noqa: SIM905
)
_BOLD = frozenset({"b", "strong"})
_SKIPPED = frozenset({"script", "style", "head", "title", "template", "svg", "-comment"})
_HEADING = re.compile(r"h[1-6]")


@dataclass(frozen=True, slots=True)
class LinkedHost:
    """A site that the newsletter links to: how often, and the first link."""

    host: str
    times: int
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class Form:
    """How long an item is: the median of sentences, quotations and links under one headline."""

    sentences: int
    quotations: int
    links: int


@dataclass(frozen=True, slots=True)
class PastIssue:
    """What a past newsletter proposes; `form` is None where no items can be told apart."""

    title: str
    language: str
    hosts: tuple[LinkedHost, ...]
    sections: tuple[str, ...]
    form: Form | None


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of words: a heading of some level, or text; with the links in it."""

    level: str
    words: str
    links: tuple[str, ...]


def past_issue(body: bytes, media_type: str) -> PastIssue | None:
    """What a past newsletter proposes; None where there is nothing to read in it."""
    title, html, sender = _opened(body[:MOST_BYTES], media_type)
    if not html.strip() or manner_of(html) is Manner.NOT:
        return None
    read = words_of(html)
    tree = LexborHTMLParser(html)
    blocks = list(_blocks(tree))
    sections = _sections(blocks)
    return PastIssue(
        title=title or one_line(_title(tree), 120),
        language=read.language.partition("-")[0].lower(),
        hosts=tuple(_hosts(read.links, sender)),
        sections=tuple(dict.fromkeys(block.words for block in sections)),
        form=_form(blocks, sections, read.language),
    )


def _opened(body: bytes, media_type: str) -> tuple[str, str, str]:
    """Subject, HTML and the sender's domain."""
    if media_type != "message/rfc822":
        return "", decode(body, None).text, ""
    message = message_from_bytes(body, policy=default)
    part = message.get_body(("html", "plain"))
    if part is None:
        return "", "", ""
    payload = part.get_payload(decode=True)
    text = decode(payload, part.get_content_charset()).text if isinstance(payload, bytes) else ""
    sender = str(message.get("From", "")).rpartition("@")[2].strip("> ").lower()
    return one_line(str(message.get("Subject", "")), 120), text, sender


def _title(tree: LexborHTMLParser) -> str:
    found = tree.css_first("title")
    return found.text() if found is not None else ""


def _hosts(links: Sequence[tuple[str, str]], sender: str) -> Iterator[LinkedHost]:
    """The sites linked to, most often first, without networks and the sender's own."""
    counts: Counter[str] = Counter()
    firsts: dict[str, tuple[str, str]] = {}
    for url, words in links:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        if "." in host and not _within(host, _NO_SOURCES | ({sender} if sender else set())):
            counts[host] += 1
            firsts.setdefault(host, (url, words))
    for host, times in counts.most_common():
        yield LinkedHost(host, times, *firsts[host])


def _within(host: str, sites: frozenset[str]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)


def _blocks(tree: LexborHTMLParser) -> Iterator[_Block]:
    """The runs of words between the edges of blocks, in their order; each node is met once."""
    run = _Run()
    stack: list[tuple[LexborNode, bool]] = [(tree.root, False)] if tree.root is not None else []
    while stack:
        node, leaving = stack.pop()
        tag = node.tag or ""
        if tag in _BLOCKS:
            yield from run.ended()
            run.level = tag if _HEADING.fullmatch(tag) and not leaving else ""
        if tag in _BOLD:
            run.bold += -1 if leaving else 1
        if leaving:
            continue
        if tag == "-text":
            run.say(node.text_content or "")
        elif tag not in _SKIPPED:
            if tag == "a" and (url := target_of(node.attributes.get("href") or "")):
                run.links.append(url)
            stack.append((node, True))
            stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
    yield from run.ended()


class _Run:
    """The words since the last edge of a block."""

    def __init__(self) -> None:
        self.level = ""
        self.bold = 0
        self.links: list[str] = []
        self._words: list[str] = []
        self._all_bold = True

    def say(self, words: str) -> None:
        self._words.append(words)
        if words.strip() and not self.bold:
            self._all_bold = False

    def ended(self) -> Iterator[_Block]:
        """The run as a block, if it says anything; then the next one begins."""
        words = one_line("".join(self._words), LONGEST_BLOCK)
        bold = self._all_bold and len(words) <= LONGEST_HEADING
        if words:
            yield _Block(self.level or ("bold" if bold else ""), words, tuple(self.links))
        self.links, self._words, self._all_bold = [], [], True


def _sections(blocks: Sequence[_Block]) -> list[_Block]:
    """The headings of the level that parts the newsletter best.

    A section's heading leads nowhere, is short, and items with links follow it; of the levels of
    which that is true, the one with the fewest headings is the outer one.
    """
    levels: dict[str, list[_Block]] = {}
    for at, block in enumerate(blocks):
        if block.level and not block.links and len(block.words) <= LONGEST_HEADING:
            following = _until(blocks, at + 1, block.level)
            if sum(len(one.links) for one in following):
                levels.setdefault(block.level, []).append(block)
    several = [found for found in levels.values() if len(found) > 1]
    return min(several, key=len, default=[])


def _until(blocks: Sequence[_Block], start: int, level: str) -> Iterator[_Block]:
    for block in blocks[start:]:
        if block.level == level and not block.links:
            return
        yield block


def _form(blocks: Sequence[_Block], sections: Sequence[_Block], language: str) -> Form | None:
    """The usual item: what stands between one headline within the sections and the next."""
    items: list[list[_Block]] = []
    parting = frozenset(sections)
    for block in blocks:
        if block in parting:
            continue
        if block.level:
            items.append([])
        elif items:
            items[-1].append(block)
    told = [item for item in items if item][:_MOST_ITEMS]
    if not told:
        return None
    texts = ["\n".join(block.words for block in item if not block.links) for item in told]
    return Form(
        sentences=_usual(len(sentences(text, language or None)) for text in texts),
        quotations=_usual(len(quotations(text)) for text in texts),
        links=_usual(sum(len(block.links) for block in item) for item in told),
    )


def _usual(counts: Iterator[int]) -> int:
    return round(median(counts))
