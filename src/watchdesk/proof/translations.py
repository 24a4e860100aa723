"""V14: a translated quotation stands beside its original, and the original is the source's.

In: a sentence with marked words, or a quotation, whose source is in another language. Out: findings
where no original stands beside the translation, where the original is no quotation in its source,
and where nobody answers for the translation. Whether a translation is good is not judged.
"""

from collections.abc import Iterator, Sequence

from watchdesk.model import Article, Evidence, Finding, Part, Quoted
from watchdesk.proof.passage import Case
from watchdesk.proof.quotations import folded_place, marked, stands
from watchdesk.text.marks import quotations


def check_translations(case: Case) -> Iterator[Finding]:
    """V14 for the marked words of a sentence: each translation needs an original beside it."""
    if not case.foreign:
        return
    places = marked(case.given)
    strange = [place for place in places if not stands(case, *place)]
    originals = len(places) - len(strange)
    for start, end in strange[originals:]:
        yield case.finding(
            "V14",
            "These words are a translation: set the original beside them, between marks.",
            folded_place(case.draft, start, end),
            warn=not case.surely_foreign,
        )


def check_translation(quoted: Quoted, case: Case, articles: Sequence[Article]) -> Iterator[Finding]:
    """V14 for a quotation as an item's part: the page prints its evidence beside it."""
    place = (0, len(case.draft.text))
    if not quoted.by:
        yield case.finding("V14", "Nobody answers for this translation.", place)
    by_id = {one.id: one for one in articles}
    for one in quoted.evidence:
        article = by_id.get(one.article_id or "")
        if article is not None and not _within_marks(one, article):
            yield case.finding(
                "V14",
                "The original is no quotation in its source: nobody is shown to have said it so.",
                place,
                warn=True,
            )
            return


def _within_marks(evidence: Evidence, article: Article) -> bool:
    """Whether the original lies between quotation marks of its article."""
    span = evidence.span
    if span is None or evidence.part is not Part.TEXT:
        return True
    return any(one.start <= span.start and span.end <= one.end for one in quotations(article.text))
