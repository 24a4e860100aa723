"""The issue as readable Markdown for an editor.

In: an issue. Out: its text, with the ids of sections and items as {#marks}, and the forms in which
words, owners and addresses stand there, so that `edited` finds them again. Words of sources are
escaped: nothing that a page prints can look like a heading, a mark, a link or a comment. What the
text cannot change (numbers, pictures, why a section is empty) stands in comments.
"""

import re
from collections.abc import Iterator

from watchdesk.model import (
    Issue,
    Item,
    ItemLink,
    LinkKind,
    Opinion,
    Quoted,
    RivalFigures,
    Section,
    Told,
)

HELP = (
    "<!-- Change words, move or delete items and lines; keep the {#marks}.\n"
    "     A line you change is signed with your name and proven against the same sources. -->"
)

UNNAMED = "unnamed"

_HARMFUL = re.compile(r"\\|\{(?=#)|<(?=!--)|\](?=\()|^(?:[#>]|[*+-](?= ))")
_ESCAPED = re.compile(r"\\([\\{<\]#>*+—-])")
_IN_ADDRESS = str.maketrans({"<": "%3C", ">": "%3E", "]": "%5D", "[": "%5B", "\\": "%5C"})


def to_markdown(issue: Issue) -> str:
    """The issue as text for an editor."""
    blocks = [title_of(issue), HELP]
    for section in issue.sections:
        blocks += _section_blocks(section)
    return "\n\n".join(blocks) + "\n"


def title_of(issue: Issue) -> str:
    """The first line of an issue's text."""
    return f"# {escaped(issue.title)}, issue {issue.number}"


def escaped(text: str) -> str:
    """Words on one line, without anything that reads as a mark."""
    return _HARMFUL.sub(r"\\\g<0>", flat(text))


def plain(text: str) -> str:
    """The words that `escaped` was given."""
    return flat(_ESCAPED.sub(r"\1", text))


def flat(text: str) -> str:
    """The same words on one line."""
    return " ".join(text.split())


def owner_of(quote: Quoted) -> str:
    """The owner of a quotation as the text shows it."""
    return flat(", ".join(filter(None, (quote.speaker or UNNAMED, quote.role))))


def address_of(link: ItemLink) -> str:
    """A link's address as it stands in the text, without blanks or brackets."""
    return "%20".join(link.url.split()).translate(_IN_ADDRESS)


def _section_blocks(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)} {{#{section.key}}}"
    if not section.items and section.empty_because:
        yield _comment(section.empty_because)
    for item in section.items:
        yield from _item_blocks(item)


def _item_blocks(item: Item) -> Iterator[str]:
    yield f"### {escaped(item.headline.text)} {{#{item.id}}}"
    if notes := tuple(_notes(item)):
        yield _comment("\n     ".join(notes))
    yield from (escaped(line.text) for line in item.lines)
    yield from (_quote_block(quote) for quote in item.quotes)
    if item.links:
        yield "\n".join(_link_line(link) for link in item.links)


def _notes(item: Item) -> Iterator[str]:
    """What an editor should see and this text does not change."""
    detail = item.detail
    if isinstance(detail, RivalFigures):
        for rival in detail.rivals:
            when = f", {rival.as_of:%Y-%m-%d}" if rival.as_of else ""
            yield flat(f"{rival.printed}: {rival.says}{when}")
    if isinstance(detail, Told) and detail.why:
        yield flat(f"here because: {'; '.join(detail.why)}")
    for one in item.ran:
        yield f"this {one.what} ran in issue {one.issue}"
    if isinstance(detail, Opinion):
        yield flat(f"by {', '.join(detail.authors)}, {detail.outlet}")
    if item.photo:
        yield flat(f"picture: {item.photo.caption} ({item.photo.credit or 'no credit'})")


def _comment(words: str) -> str:
    return f"<!-- {words.replace('--', '—')} -->"


def _quote_block(quote: Quoted) -> str:
    words = escaped(quote.text)
    # A line of a quotation that begins with this dash names the owner.
    shown = f"\\{words}" if words.startswith("—") else words
    return f"> {shown}\n> — {escaped(owner_of(quote))}"


def _link_line(link: ItemLink) -> str:
    document = " (document)" if link.kind is LinkKind.DOCUMENT else ""
    return f"- [{escaped(link.words)}]({address_of(link)}){document}"
