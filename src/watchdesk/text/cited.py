"""Evidence for words of an article: the only way in which anything is taken over from it."""

import re

from watchdesk.model import Article, Evidence, Part, Span

WORDS_AROUND = 12
"""Enough to find a passage again in a page whose other parts have changed."""

_WORD = re.compile(r"\S+")


def cite(article: Article, span: Span, *, part: Part = Part.TEXT) -> Evidence:
    """Evidence for the words at `span` of an article's text, title or caption."""
    whole = text_of(article, part)
    return Evidence(
        article_id=article.id,
        part=part,
        span=span,
        quote=span.of(whole),
        before=" ".join(_WORD.findall(whole[: span.start])[-WORDS_AROUND:]),
        after=" ".join(_WORD.findall(whole[span.end :])[:WORDS_AROUND]),
    )


def text_of(article: Article, part: Part) -> str:
    """The text of an article that spans of this part refer to."""
    if part is Part.TITLE:
        return article.title
    if part is Part.CAPTION:
        return article.image.caption if article.image else ""
    return article.text
