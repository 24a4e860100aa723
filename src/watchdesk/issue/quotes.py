"""Which quotations stand for a story.

In: a candidate and the words already taken. Out: a few direct quotations with a known speaker, each
a copied span. Others are not shown: words without an owner prove nothing.
"""

from collections.abc import Iterable

from watchdesk.issue.candidate import Candidate
from watchdesk.issue.cite import cite
from watchdesk.model import Article, Quoted, Span, Statement, Wording

SHORTEST = 35
LONGEST = 320
"""Characters: shorter ones are half sentences, longer ones are speeches."""


def quotations(
    candidate: Candidate, *, most: int, language: str, taken: Iterable[tuple[str, Span]]
) -> tuple[Quoted, ...]:
    """Up to `most` quotations: one a speaker, the issue's language and new words first."""
    ranked = sorted(
        _usable(candidate, tuple(taken)),
        key=lambda pair: (pair[0].language != language, pair[0].id not in candidate.headline),
    )
    chosen: dict[str, Quoted] = {}
    for article, statement in ranked:
        speaker = statement.speaker
        if speaker and len(chosen) < most:
            chosen.setdefault(speaker.name.casefold(), quoted(article, statement))
    return tuple(chosen.values())


def _usable(
    candidate: Candidate, taken: tuple[tuple[str, Span], ...]
) -> Iterable[tuple[Article, Statement]]:
    members = {membership.article_id: membership for membership in candidate.story.members}
    for article in candidate.articles:
        member = members.get(article.id)
        if member and member.origin != article.id and member.origin in members:
            continue  # a copy: its original's words are taken instead
        for statement in candidate.statements.get(article.id, ()):
            if _fits(article, statement) and not _overlaps(article, statement, taken):
                yield article, statement


def _fits(article: Article, statement: Statement) -> bool:
    words = statement.content[0].of(article.text)
    return (
        statement.wording is Wording.DIRECT
        and statement.speaker is not None
        and SHORTEST <= len(words) <= LONGEST
        and "\n" not in words
    )


def _overlaps(article: Article, statement: Statement, taken: tuple[tuple[str, Span], ...]) -> bool:
    piece = statement.content[0]
    return any(
        article_id == article.id and piece.start < span.end and span.start < piece.end
        for article_id, span in taken
    )


def quoted(article: Article, statement: Statement) -> Quoted:
    """A statement's first piece as a quotation; the speaker's printed name and role with it."""
    piece, speaker = statement.content[0], statement.speaker
    evidence = [cite(article, piece)]
    if speaker is not None:
        evidence.append(cite(article, speaker.name_span))
        if speaker.role_span is not None:
            evidence.append(cite(article, speaker.role_span))
    return Quoted(
        text=piece.of(article.text),
        evidence=tuple(evidence),
        speaker=speaker.name if speaker else None,
        role=speaker.role if speaker else "",
        statement_id=statement.id,
        language=article.language,
    )
