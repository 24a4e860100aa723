"""Lists of sources that people bring along: OPML of a feed reader, addresses one a line.

In: the bytes of such a file, or sources. Out: what the list says of each address; or OPML. Files
are read without any entity, and nothing is fetched.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from lxml import etree

from watchdesk.model import Source
from watchdesk.sources.wellformed import well_formed


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One address of a list, with what the list says of it."""

    url: str
    title: str = ""
    group: str = ""
    language: str | None = None
    is_feed: bool = False


class BadList(Exception):  # noqa: N818 - it is the list that is bad
    """A file that is no list of sources; the text says why."""


def read_list(body: bytes) -> tuple[Listed, ...]:
    """The addresses of an OPML file or of a text with one address a line."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return tuple(_from_opml(body))
    lines = body.decode("utf-8-sig", "replace").splitlines()
    return tuple(listed for line in lines if (listed := _from_line(line)) is not None)


def _from_line(line: str) -> Listed | None:
    """An address, and after a blank its title; a line that begins with # is a remark."""
    words = line.split()
    if not words or words[0].startswith("#"):
        return None
    url = words[0] if "://" in words[0] else f"https://{words[0]}"
    return Listed(url=url, title=" ".join(words[1:])) if _is_address(url) else None


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        return parts.scheme in {"http", "https"} and ("." in host or bool(parts.port))
    except ValueError:
        return False


def _from_opml(body: bytes) -> Iterator[Listed]:
    root = etree.fromstring(well_formed(body).body or b"<nothing/>", _parser())
    if root is None or root.tag != "opml":
        raise BadList("this file is no OPML: its first element is not <opml>")
    for outline in root.iter("outline"):
        feed, page = outline.get("xmlUrl"), outline.get("htmlUrl") or outline.get("url")
        if (address := feed or page) and _is_address(address):
            yield Listed(
                url=address,
                title=outline.get("title") or outline.get("text") or "",
                group=_group(outline),
                language=outline.get("language"),
                is_feed=bool(feed),
            )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)


def _group(outline: "etree._Element") -> str:
    above = outline.getparent()
    if above is None or above.tag != "outline":
        return ""
    return above.get("title") or above.get("text") or ""


def to_opml(sources: Iterable[Source], title: str) -> str:
    """The sources as OPML 2.0, for any feed reader; those of one party under one outline."""
    parties: dict[str, list[Source]] = {}
    for source in sources:
        parties.setdefault(source.party, []).append(source)
    rows = "\n".join(_party(party, members) for party, members in parties.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<opml version="2.0">\n<head><title>{_quoted(title)}</title></head>\n'
        f"<body>\n{rows}\n</body>\n</opml>\n"
    )


def _party(party: str, members: list[Source]) -> str:
    rows = "\n".join(map(_outline, members))
    name = _quoted(party)
    return f'<outline text="{name}" title="{name}">\n{rows}\n</outline>' if party else rows


def _outline(source: Source) -> str:
    url = getattr(source.options, "url", "") or f"file://{getattr(source.options, 'path', '')}"
    name = _quoted(source.title or source.id)
    address, kind = ("xmlUrl", "rss") if source.kind == "feed" else ("htmlUrl", "link")
    language = f' language="{_quoted(source.language)}"' if source.language else ""
    address = f'{address}="{_quoted(url)}"'
    return f'<outline type="{kind}" text="{name}" title="{name}" {address}{language}/>'


def _quoted(text: str) -> str:
    """Text for XML, without the control characters that XML cannot hold."""
    return escape("".join(letter for letter in text if letter >= " "))
