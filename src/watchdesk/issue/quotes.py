"""Which quotations stand for a story.

In: a candidate and the words already taken. Out: a few direct quotations with a known speaker, each
a copied span. Others are not shown: words without an owner prove nothing.
"""

from collections.abc import Iterable, Iterator

from watchdesk.issue.candidate import Candidate
from watchdesk.model import Article, Quoted, Span, Statement, UsageError, Wording
from watchdesk.text.cited import cite
from watchdesk.text.fold import fold
from watchdesk.text.likeness import similarity
from watchdesk.text.spans import trim

SHORTEST = 35
LONGEST = 320
"""Characters: shorter ones are half sentences, longer ones are speeches."""

SAME_PERSON = 0.7
"""From here on two spellings may be one person, who then speaks once."""

_EDGE = " \t\u00a0\u202f,;:"
MARKS = "\"'“”„‟«»‘’‚‹›"


def quotations(
    candidate: Candidate, *, most: int, language: str, taken: Iterable[tuple[str, Span]]
) -> tuple[Quoted, ...]:
    """Up to `most` quotations, one a speaker, the headline's article first.

    They are in the language of the issue where any is; a reader who cannot read the others is
    shown them only where there is nothing else. `taken` are the sentences that stand above.
    """
    usable = list(_usable(candidate, tuple(taken)))
    spoken = [quote for quote in usable if quote.language == language] or usable
    spoken.sort(key=lambda quote: quote.evidence[0].article_id != candidate.headline)
    chosen: list[Quoted] = []
    for quote in spoken:
        if len(chosen) < most and not any(_same_voice(quote, other) for other in chosen):
            chosen.append(quote)
    return tuple(chosen)


def _same_voice(one: Quoted, other: Quoted) -> bool:
    """Whether two quotations may be one person's, or are the same words."""
    if fold(one.text).text == fold(other.text).text:
        return True
    return similarity(one.speaker or "", other.speaker or "") >= SAME_PERSON


def _usable(candidate: Candidate, taken: tuple[tuple[str, Span], ...]) -> Iterator[Quoted]:
    members = {membership.article_id: membership for membership in candidate.story.members}
    above = [fold(span.of(candidate.article(id_).text)).text for id_, span in taken]
    for article in candidate.articles:
        if members[article.id].origin != article.id and members[article.id].origin in members:
            continue  # a copy: its original's words are taken instead
        for statement in candidate.statements.get(article.id, ()):
            quote = quoted(article, statement)
            if quote and not _stands(fold(quote.text).text, above):
                yield quote


def _stands(words: str, above: list[str]) -> bool:
    """Whether words are said above already, in this article's sentences or another's."""
    return any(words in said or said in words for said in above)


def quoted(article: Article, statement: Statement) -> Quoted | None:
    """A direct statement as a quotation, with the speaker's name and role as printed.

    Where no role is printed, the body that the speaker is of stands in its place.

    The evidence is the words alone: who spoke is proven by the statement in the same article.
    """
    speaker, piece = statement.speaker, _piece(article, statement)
    if statement.wording is not Wording.DIRECT or speaker is None or piece is None:
        return None
    return Quoted(
        text=piece.of(article.text),
        evidence=(cite(article, piece),),
        speaker=speaker.name,
        role=speaker.role or speaker.organisation or speaker.party,
        statement_id=statement.id,
        language=article.language,
    )


def quoted_span(article: Article, span: Span, statements: Iterable[Statement]) -> Quoted:
    """Words that an editor chose, with the speaker of the statement they stand in, if any.

    `UsageError` where nothing but marks was chosen.
    """
    chosen = trim(article.text, span.start, span.end, _EDGE + MARKS)
    if chosen is None:
        raise UsageError("A quotation needs words.")
    said = max(statements, key=lambda one: _within(chosen, one), default=None)
    speaker = said.speaker if said and _within(chosen, said) else None
    return Quoted(
        text=chosen.of(article.text),
        evidence=(cite(article, chosen),),
        speaker=speaker.name if speaker else None,
        role=(speaker.role or speaker.organisation or speaker.party) if speaker else "",
        statement_id=said.id if said and speaker else None,
        language=article.language,
    )


def _within(span: Span, statement: Statement) -> int:
    """How many characters of a span a statement holds."""
    shared = (min(span.end, p.end) - max(span.start, p.start) for p in statement.content)
    return sum(max(0, each) for each in shared)


def _piece(article: Article, statement: Statement) -> Span | None:
    """The first piece that can stand alone, without the comma that led to its speaker."""
    for whole in statement.content:
        piece = trim(article.text, whole.start, whole.end, _EDGE)
        words = piece.of(article.text) if piece else ""
        if SHORTEST <= len(words) <= LONGEST and "\n" not in words:
            return piece
    return None
