"""V0: each line leads to words that the archive has, at the place it names.

In: evidence and what is held. Out: findings for evidence that leads nowhere or reads otherwise, and
the cited passages that the other rules compare with. A copied line is compared with its span alone;
what a person wrote, with the whole paragraphs around the spans.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from watchdesk.model import Article, Evidence, Finding, Level, Part, Span
from watchdesk.proof.held import Held
from watchdesk.proof.passage import Cited
from watchdesk.text.cited import text_of
from watchdesk.text.spans import paragraphs


def check_evidence(
    draft: str, evidence: Sequence[Evidence], held: Held, *, wordless: bool = False
) -> Iterator[Finding]:
    """V0 for one line: each piece of its evidence is held and re-reads to its quote."""
    if not evidence:
        yield blocked(draft, "The line cites nothing from the archive.")
    for one in evidence:
        complaint = _complaint(one, held)
        if complaint:
            yield blocked(draft, complaint, nearest=one.quote)
    if evidence and not wordless and not any(one.span for one in evidence):
        yield blocked(draft, "The line cites a picture but no words.")


def blocked(draft: str, message: str, *, rule: str = "V0", nearest: str = "") -> Finding:
    """A block that concerns a line as a whole."""
    span = Span(0, len(draft)) if draft else None
    return Finding(
        rule=rule, level=Level.BLOCK, message=message, draft=draft, span=span, nearest=nearest
    )


def warned(draft: str, message: str, *, rule: str, nearest: str = "") -> Finding:
    """A warning that concerns a line as a whole."""
    span = Span(0, len(draft)) if draft else None
    return Finding(
        rule=rule, level=Level.WARN, message=message, draft=draft, span=span, nearest=nearest
    )


def _complaint(evidence: Evidence, held: Held) -> str:
    """What is wrong with one piece of evidence, as a sentence; empty where nothing is."""
    if evidence.article_id is None or evidence.span is None:
        return _picture_complaint(evidence, held)
    article = held.articles.get(evidence.article_id)
    if article is None:
        return "The cited article is not in the archive."
    if article.capture_id not in held.captures:
        return f"The page behind “{article.title}” is not in the archive."
    text = text_of(article, evidence.part)
    if evidence.span.end > len(text) or evidence.span.of(text) != evidence.quote:
        return f"The cited place in “{article.title}” does not read as it did."
    return ""


def _picture_complaint(evidence: Evidence, held: Held) -> str:
    capture = held.captures.get(evidence.capture_id or "")
    if capture is None:
        return "The cited picture is not in the archive."
    if capture.digest != evidence.media_digest:
        return "The cited picture is not the one that was archived."
    return ""


def cited(evidence: Sequence[Evidence], held: Held, *, whole: bool) -> tuple[Cited, ...]:
    """The passages that evidence leads to; `whole` widens them to their paragraphs."""
    found: dict[tuple[str, Part, Span], Cited] = {}
    for one in evidence:
        article = held.articles.get(one.article_id or "")
        if article is None or one.span is None:
            continue
        text = text_of(article, one.part)
        if one.span.end > len(text):
            continue
        span = paragraph(text, one.span) if whole and one.part is Part.TEXT else one.span
        found[article.id, one.part, span] = Cited(
            text=text, span=span, published=_published(article), language=article.language
        )
    return tuple(found.values())


def _published(article: Article) -> datetime | None:
    return article.published.at if article.published else None


def paragraph(text: str, span: Span) -> Span:
    """The paragraphs that a span lies in."""
    touched = [
        (low, high) for low, high in paragraphs(text) if low < span.end and span.start < high
    ]
    if not touched:
        return span
    return Span(min(span.start, touched[0][0]), max(span.end, touched[-1][1]))


def articles_of(evidence: Sequence[Evidence], held: Held) -> list[Article]:
    """The held articles that evidence leads to, each once."""
    ids = dict.fromkeys(one.article_id for one in evidence if one.article_id)
    return [held.articles[one] for one in ids if one in held.articles]
