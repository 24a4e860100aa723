"""Evidence for words of an article: the only way in which the draft takes anything over."""

import re

from watchdesk.model import Article, Evidence, Line, Part, Span
from watchdesk.text.spans import trim

WORDS_AROUND = 12
"""Enough to find a passage again in a page whose other parts have changed."""

_WORD = re.compile(r"\S+")
# Whole words of the first line with any, up to the length of a long headline.
_BEGINNING = re.compile(r"\S(?:[^\n]{0,118}(?<=\S)(?!\S)|\S{0,118})")


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


def copied(article: Article, span: Span, *, part: Part = Part.TEXT) -> Line:
    """A line of the issue that is a span of an article, letter for letter."""
    evidence = cite(article, span, part=part)
    return Line(text=evidence.quote, evidence=(evidence,), language=article.language)


def headline_of(article: Article) -> Line:
    """An article's title as a headline; of one without a title (a letter, a mail) how it begins.

    ValueError where an article has neither title nor text.
    """
    if title := trim(article.title, 0, len(article.title)):
        return copied(article, title, part=Part.TITLE)
    beginning = _BEGINNING.search(article.text)
    if beginning is None:
        raise ValueError(f"article {article.id} has no words to be cited")
    return copied(article, Span(*beginning.span()))


def text_of(article: Article, part: Part) -> str:
    """The text of an article that spans of this part refer to."""
    if part is Part.TITLE:
        return article.title
    if part is Part.CAPTION:
        return article.image.caption if article.image else ""
    return article.text
