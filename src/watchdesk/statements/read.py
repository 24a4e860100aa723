"""An article → its statements, figures and mentions.

One pass for the quotation marks, one for the words; the pieces of the stage meet here.
"""

from dataclasses import dataclass

from watchdesk.model import Article, Figure, Mention, Statement, Wording, identity
from watchdesk.text.figures import FoundFigure, figures_in
from watchdesk.text.languages import guess, language
from watchdesk.text.marks import quotations
from watchdesk.text.spans import words

VERSION = 1


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in one article, each in the order of the text."""

    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    mentions: tuple[Mention, ...] = ()


def read(article: Article) -> Read:
    """Find statements, figures and mentions; an unknown language is told from the text."""
    known = language(article.language) if article.language else guess(article.text)
    found = words(article.text)
    figures = tuple(_figure(article.id, one) for one in figures_in(found, known))
    statements = tuple(
        Statement(
            id=identity(article.id, "statement", one.inner.start, one.inner.end),
            article_id=article.id,
            wording=Wording.DIRECT,
            content=(one.inner,),
        )
        for one in quotations(article.text)
    )
    return Read(statements=statements, figures=figures)


def _figure(article_id: str, found: FoundFigure) -> Figure:
    return Figure(
        id=identity(article_id, "figure", found.span.start, found.span.end),
        article_id=article_id,
        span=found.span,
        value=found.value,
        low=found.low,
        high=found.high,
        bound=found.bound,
        unit=found.unit,
        counts=found.counts,
        counts_span=found.counts_span,
    )
