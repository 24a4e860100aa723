"""Lines of the issue that are an article's own words, letter for letter."""

import re

from watchdesk.model import Article, Line, Part, Span
from watchdesk.text.cited import cite
from watchdesk.text.spans import trim

# Whole words of the first line with any, up to the length of a long headline.
_BEGINNING = re.compile(r"\S(?:[^\n]{0,118}(?<=\S)(?!\S)|\S{0,118})")


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
