"""V15: each link and picture leads to what was archived, and to the thing its words name.

In: an item's links and photo, and what is held. Out: findings for an address that was never
archived or did not answer, for a document link that leads to something else, and for a picture
whose bytes are not the archived ones. Nothing is fetched.
"""

from collections.abc import Iterator
from urllib.parse import urldefrag

from watchdesk.model import Article, Capture, Finding, How, ItemLink, LinkKind, Photo
from watchdesk.proof.citations import blocked, warned
from watchdesk.proof.held import Held
from watchdesk.proof.reading import read
from watchdesk.text.fold import fold
from watchdesk.text.identifiers import find_identifiers

_CONTENT = 4  # letters of a word that tells a document from another


def check_link(link: ItemLink, held: Held) -> Iterator[Finding]:
    """V15 for one link."""
    capture = held.captures.get(link.capture_id)
    if capture is None:
        yield blocked(link.words, f"The link {link.url} was never archived.", rule="V15")
        return
    if _address(link.url) not in {_address(capture.url), _address(capture.asked)}:
        yield blocked(
            link.words,
            f"The link leads to {link.url}, but what was archived is {capture.url}.",
            rule="V15",
        )
    elif not _answered(capture, held):
        yield blocked(
            link.words,
            f"The page {link.url} did not answer well when it was archived ({capture.status}).",
            rule="V15",
        )
    if link.kind is LinkKind.DOCUMENT:
        yield from _document(link, held)


def _address(url: str) -> str:
    return urldefrag(url).url.rstrip("/")


def _answered(capture: Capture, held: Held) -> bool:
    """Whether the archive has a good answer, or a repeat of one."""
    if capture.how is not How.HTTP or capture.status == 200:
        return True
    holder = held.holder(capture)
    return capture.revisit_of is not None and holder is not None and holder.status == 200


def _document(link: ItemLink, held: Held) -> Iterator[Finding]:
    """A document link leads to a document that was read, and to the one it names."""
    capture = held.captures[link.capture_id]
    article = held.article_of(link.capture_id)
    if article is None and capture.revisit_of:
        article = held.article_of(capture.revisit_of)
    if article is None:
        yield warned(
            link.words, f"The document at {link.url} is archived but could not be read.", rule="V15"
        )
        return
    yield from _named(link, article)


def _named(link: ItemLink, article: Article) -> Iterator[Finding]:
    whole = f"{article.title}\n\n{article.text}"
    theirs = {one.key for one in find_identifiers(whole)}
    for mention in find_identifiers(link.words):
        if mention.key not in theirs:
            yield blocked(
                link.words,
                f"The link names {mention.span.of(link.words)}, which the document does not.",
                rule="V15",
                nearest=article.title,
            )
            return
    words = [one.low for one in read(link.words).tokens if len(one.low) >= _CONTENT]
    known = read(whole, article.language).bag
    if words and link.language == article.language and not any(word in known for word in words):
        yield warned(
            link.words,
            "None of the link's words stands in the document it leads to.",
            rule="V15",
            nearest=article.title,
        )


def check_photo(photo: Photo, held: Held) -> Iterator[Finding]:
    """V0 for a picture: its bytes are the archived ones, its caption is the source's."""
    capture = held.captures.get(photo.capture_id)
    holder = held.holder(capture) if capture else None
    if capture is None or holder is None:
        yield blocked(photo.caption, "The picture is not in the archive.")
    elif photo.digest not in {capture.digest, holder.digest}:
        yield blocked(photo.caption, "The picture is not the one that was archived.")
    article = held.articles.get(photo.article_id or "")
    if article is None:
        return
    for words, what in ((photo.caption, "caption"), (photo.credit, "credit")):
        if words and not _stands(words, article):
            yield warned(words, f"The {what} of the picture is not its source's.", rule="V2")


def _stands(words: str, article: Article) -> bool:
    image = article.image
    own = f"{image.caption}\n{image.credit}\n{image.alt}" if image else ""
    return fold(f"{own}\n{article.title}\n{article.text}").find(words) is not None
