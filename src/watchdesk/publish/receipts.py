"""The public proof behind each quotation, figure, line and picture of an issue.

Comes in: a publication. Goes out: one receipt for each piece of evidence, numbered in reading
order: what was captured, when, its digest, and the passage with at most fifty words either side.
It never shows a whole article, and never says "letter for letter" of words it has not compared.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from watchdesk.model import (
    Article,
    Capture,
    Evidence,
    Item,
    Line,
    Part,
    Photo,
    Photograph,
    Quoted,
    Rival,
    RivalFigures,
    Section,
    identity,
)
from watchdesk.publish.publication import Publication
from watchdesk.text.fold import fold

WORDS_EITHER_SIDE = 50
# Fifty words of any language fit; what does not is one endless word.
_CHARACTERS_EITHER_SIDE = 800
# Scripts that part no words by spaces: Thai, Lao, Burmese, Khmer, Chinese, Japanese. There each
# character counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff"
_NEAR = re.compile(rf"\s*(?:(?:[{_UNSPACED}]|[^\s{_UNSPACED}]+)\s*){{0,{WORDS_EITHER_SIDE}}}")
# A passage longer than this is shown by its beginning and its end.
_LONGEST_PASSAGE = 1200

T = TypeVar("T")
Piece = Line | Quoted | Rival | Photo


class Kind(StrEnum):
    """What a receipt is for."""

    HEADLINE = "headline"
    LINE = "line"
    QUOTATION = "quotation"
    FIGURE = "figure"
    PICTURE = "picture"


class Standing(StrEnum):
    """How the printed words relate to the archived page, as compared here and now."""

    EXACT = "exact"
    FOLDED = "folded"
    TRANSLATED = "translated"
    RESTS = "rests"
    PICTURE = "picture"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The lit words and what stands around them, each cut at a word; empty before or after
    means that the text begins or ends there.
    """

    before: str
    lit: str
    after: str
    starts: bool
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The proof behind one number of an issue.

    `words` are what the issue prints; `passage` is None for a picture, or where the words are not
    found. `held` is the capture whose record has the body: another one than `capture` if that
    brought the same bytes again.
    """

    id: str
    number: int
    item_id: str
    kind: Kind
    words: str
    language: str
    standing: Standing
    capture: Capture
    held: Capture
    article: Article | None = None
    part: Part = Part.TEXT
    passage: Passage | None = None
    speaker: str | None = None
    role: str = ""
    where: str = ""
    outlet: str = ""
    digest: str = ""

    @property
    def path(self) -> str:
        """Where its page stands, from the site's root."""
        return f"receipts/{self.id}/index.html"


def receipts(publication: Publication) -> tuple[Receipt, ...]:
    """One receipt for each piece of evidence, numbered from 1 in reading order.

    Raises ValueError where the publication lacks an article or capture that the issue cites.
    """
    found: dict[str, Receipt] = {}
    for item in publication.issue.items:
        for kind, piece in pieces(item):
            for evidence in evidence_of(piece):
                made = _receipt(publication, item=item, kind=kind, piece=piece, evidence=evidence)
                found.setdefault(made.id, replace(made, number=len(found) + 1))
    return tuple(found.values())


def former_receipts(publication: Publication, standing: tuple[Receipt, ...]) -> tuple[Receipt, ...]:
    """Receipts of words that were corrected since, so that who kept a link still finds them."""
    sections = (Section(key="former", title="", items=publication.former),)
    before = replace(publication, issue=replace(publication.issue, sections=sections))
    ids = {each.id for each in standing}
    gone = [each for each in receipts(before) if each.id not in ids]
    return tuple(replace(each, number=len(standing) + at) for at, each in enumerate(gone, 1))


def pieces(item: Item) -> Iterator[tuple[Kind, Piece]]:
    """What of an item needs proof, in the order in which it is read."""
    picture = [(Kind.PICTURE, item.photo)] if item.photo is not None else []
    if isinstance(item.detail, Photograph):
        yield from picture
    yield Kind.HEADLINE, item.headline
    if not isinstance(item.detail, Photograph):
        yield from picture
    for line in item.lines:
        yield Kind.LINE, line
    if isinstance(item.detail, RivalFigures):
        for rival in item.detail.rivals:
            yield Kind.FIGURE, rival
    for quoted in item.quotes:
        yield Kind.QUOTATION, quoted


def evidence_of(piece: Piece) -> tuple[Evidence, ...]:
    """The evidence of a piece; that of a photo is its archived bytes."""
    if isinstance(piece, Photo):
        return (Evidence(capture_id=piece.capture_id, media_digest=piece.digest),)
    return piece.evidence


def receipt_id(publication: Publication, *, item: Item, kind: Kind, evidence: Evidence) -> str:
    """The lasting id of a receipt: it stays while lines of the item move or are reworded."""
    span = evidence.span
    return identity(
        "receipt",
        publication.issue.id,
        item.id,
        kind,
        evidence.article_id,
        evidence.part,
        span and (span.start, span.end),
        evidence.capture_id,
        evidence.media_digest,
    )


def compared(words: str, *, evidence: Evidence, text: str, whole: bool = True) -> Standing:
    """How `words` relate to the quoted passage, and that to the archived `text`.

    All of the words must stand in the passage; where not `whole`, the passage may also be one of
    several pieces that the words are made of.
    """
    span = evidence.span
    if span is None or span.end > len(text) or span.of(text) != evidence.quote:
        return Standing.MISSING
    if words in evidence.quote or (not whole and evidence.quote in words):
        return Standing.EXACT
    printed, passage = fold(words).text.strip(), fold(evidence.quote).text.strip()
    if printed in passage or (not whole and passage in printed):
        return Standing.FOLDED
    return Standing.RESTS


def _receipt(
    publication: Publication, *, item: Item, kind: Kind, piece: Piece, evidence: Evidence
) -> Receipt:
    made_id = receipt_id(publication, item=item, kind=kind, evidence=evidence)
    article = _article(publication, piece=piece, evidence=evidence)
    capture = _capture(publication, article=article, evidence=evidence)
    base = Receipt(
        id=made_id,
        number=0,
        item_id=item.id,
        kind=kind,
        words=_words(piece),
        language=_language(piece, article=article) or publication.issue.language,
        standing=Standing.PICTURE,
        capture=capture,
        held=publication.captures.get(capture.revisit_of or "", capture),
        article=article,
        outlet=publication.outlets.get((article or capture).source_id or "", ""),
        digest=evidence.media_digest or capture.digest,
    )
    if isinstance(piece, Quoted):
        base = replace(base, speaker=piece.speaker, role=piece.role, where=piece.where)
    if article is None or evidence.span is None:
        return base
    return _with_passage(base, evidence=evidence, article=article)


def _with_passage(receipt: Receipt, *, evidence: Evidence, article: Article) -> Receipt:
    text = _text(article, part=evidence.part)
    quotation = receipt.kind is Kind.QUOTATION
    standing = compared(receipt.words, evidence=evidence, text=text, whole=not quotation)
    if quotation and standing is Standing.RESTS:
        # Other words in the same language are no translation: nobody said them.
        ours = receipt.language != article.language
        standing = Standing.TRANSLATED if ours else Standing.MISSING
    return replace(
        receipt,
        standing=standing,
        part=evidence.part,
        passage=None if standing is Standing.MISSING else _passage(text, evidence=evidence),
    )


def _passage(text: str, *, evidence: Evidence) -> Passage:
    span = evidence.span
    assert span is not None
    before, after = text[: span.start], text[span.end :]
    near_before, near_after = _last_words(before), _first_words(after)
    return Passage(
        before=near_before,
        lit=_shortened(evidence.quote),
        after=near_after,
        starts=near_before == before,
        ends=near_after == after,
    )


def _first_words(text: str) -> str:
    match = _NEAR.match(text)
    near = match.group() if match else ""
    return near[:_CHARACTERS_EITHER_SIDE]


def _last_words(text: str) -> str:
    return _first_words(text[::-1])[::-1]


def _shortened(passage: str) -> str:
    if len(passage) <= _LONGEST_PASSAGE:
        return passage
    half = _LONGEST_PASSAGE // 2
    return f"{passage[:half].rsplit(' ', 1)[0]} […] {passage[-half:].split(' ', 1)[-1]}"


def _words(piece: Piece) -> str:
    if isinstance(piece, Rival):
        return piece.printed
    return piece.caption if isinstance(piece, Photo) else piece.text


def _language(piece: Piece, *, article: Article | None) -> str | None:
    if isinstance(piece, Line | Quoted) and piece.language:
        return piece.language
    written_here = isinstance(piece, Line | Quoted) and piece.by
    return None if written_here or article is None else article.language


def _text(article: Article, *, part: Part) -> str:
    if part is Part.TITLE:
        return article.title
    if part is Part.CAPTION:
        return article.image.caption if article.image else ""
    return article.text


def _article(publication: Publication, *, piece: Piece, evidence: Evidence) -> Article | None:
    if isinstance(piece, Photo):
        return publication.articles.get(piece.article_id or "")
    if evidence.article_id is None:
        return None
    return _found(publication.articles, evidence.article_id, what="article")


def _capture(publication: Publication, *, article: Article | None, evidence: Evidence) -> Capture:
    wanted = evidence.capture_id or (article.capture_id if article else "")
    return _found(publication.captures, wanted, what="capture")


def _found(held: Mapping[str, T], wanted: str, *, what: str) -> T:
    try:
        return held[wanted]
    except KeyError:
        raise ValueError(f"the issue cites {what} {wanted}, which was not handed in") from None
