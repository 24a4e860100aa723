"""The gate on a written file: each sentence against the pages that its footnotes lead to.

In: a document and, for each footnote and link, what the archive has there. Out: findings with their
place in the file, in its order. A sentence without a footnote is not proven (V0); headings are
asked only where they carry one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from watchdesk.model import Article, Capture, Finding, ItemLink, Level, LinkKind, Span
from watchdesk.proof.citations import paragraph
from watchdesk.proof.footnotes import Document, Note, Passage
from watchdesk.proof.held import NOTHING_MORE, Held, Known
from watchdesk.proof.links import check_link
from watchdesk.proof.passage import Case, Cited
from watchdesk.proof.quotations import check_words
from watchdesk.proof.sentence import check_sentence
from watchdesk.text.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What the archive has for a document: articles by target, captures by address of a link.

    `origins` leads from an article's id to the independent text that it is, or is a copy of.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    known: Known = NOTHING_MORE


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with its line and column in the file, from 1."""

    line: int
    column: int
    finding: Finding


def check_document(document: Document, resolved: Resolved) -> tuple[Placed, ...]:
    """V0 to V10 and V12 to V15 for a whole file."""
    found = [
        *_notes(document, resolved),
        *_texts(document, resolved),
        *_links(document, resolved),
    ]
    placed = [Placed(*document.line_and_column(at), finding) for at, finding in found]
    return tuple(sorted(placed, key=lambda one: (one.line, one.column, one.finding.rule)))


Found = Iterator[tuple[int, Finding]]


def _notes(document: Document, resolved: Resolved) -> Found:
    """V0 for each footnote: it leads to an archived page, and its passages stand there."""
    seen: set[str] = set()
    for note in document.notes:
        article = resolved.articles.get(note.target)
        if note.label in seen:
            yield note.at, _blocked(note, "A footnote of this name stands in the file twice.")
        elif not note.target:
            yield note.at, _blocked(note, "The footnote leads nowhere.")
        elif article is None:
            yield note.at, _blocked(note, f"The archive has no text of {note.target}.")
        else:
            for passage in note.passages:
                if _place(passage, article) is None:
                    yield note.at, _unfound(note, passage, article)
        seen.add(note.label)


def _blocked(note: Note, message: str) -> Finding:
    return Finding(rule="V0", level=Level.BLOCK, message=message, draft=f"[^{note.label}]")


def _unfound(note: Note, passage: str, article: Article) -> Finding:
    message = f"The passage of footnote {note.label} does not stand in “{article.title}”."
    case = Case(passage, (Cited(text=article.text, language=article.language),), language=None)
    return case.finding("V0", message, (0, len(case.draft.text)))


def _place(passage: str, article: Article) -> Span | None:
    return fold(article.text).find(passage) or fold(article.title).find(passage)


def _texts(document: Document, resolved: Resolved) -> Found:
    notes = {note.label: note for note in document.notes}
    for passage in document.passages:
        if not passage.refs and (passage.kind == "heading" or not _has_words(passage)):
            continue
        for label in passage.refs:
            if label not in notes:
                message = f"There is no footnote {label}."
                yield passage.at(len(passage.text)), _of(passage, message)
        wanted = [notes[label] for label in passage.refs if label in notes]
        yield from _text(passage, tuple(_cited(wanted, resolved)), _known(wanted, resolved))


def _has_words(passage: Passage) -> bool:
    return any(map(str.isalpha, passage.text))


def _text(passage: Passage, cited: tuple[Cited, ...], known: Known) -> Found:
    if not passage.refs:
        yield passage.at(0), _of(passage, "The sentence has no footnote.")
    if not cited:
        return
    if passage.kind == "quote":
        case = Case(passage.text, cited, language=None)
        findings: Iterable[Finding] = check_words(case, 0, len(passage.text))
    else:
        findings = check_sentence(passage.text, cited, known=known)
    for finding in findings:
        yield passage.at(finding.span.start if finding.span else 0), finding


def _of(passage: Passage, message: str) -> Finding:
    return Finding(rule="V0", level=Level.BLOCK, message=message, draft=passage.text)


def _cited(notes: Iterable[Note], resolved: Resolved) -> Iterator[Cited]:
    """What footnotes lead to: the paragraphs of their passages, or the whole of their page."""
    for note in notes:
        article = resolved.articles.get(note.target)
        if article is None:
            continue
        published = article.published.at if article.published else None
        whole = f"{article.title}\n\n{article.text}"
        for passage in note.passages or ("",):
            place = fold(whole).find(passage) if passage else Span(0, len(whole))
            if place is not None:
                span = paragraph(whole, place) if passage else None
                yield Cited(text=whole, span=span, published=published, language=article.language)


def _known(notes: Iterable[Note], resolved: Resolved) -> Known:
    """How many independent texts stand behind footnotes."""
    articles = [
        resolved.articles[note.target] for note in notes if note.target in resolved.articles
    ]
    origins = {resolved.origins.get(article.id, article.id) for article in articles}
    base = resolved.known
    return Known(origins=len(origins), terms=base.terms, signed=base.signed)


def _links(document: Document, resolved: Resolved) -> Found:
    """V15 for each link within the text."""
    held = Held(
        articles={one.id: one for one in resolved.articles.values()},
        captures={one.id: one for one in resolved.captures.values()},
    )
    for link in document.links:
        if not link.url.startswith(("http://", "https://")):
            continue
        capture = resolved.captures.get(link.url)
        if capture is None:
            message = f"The link {link.url} was never archived."
            yield (
                link.at,
                Finding(rule="V15", level=Level.BLOCK, message=message, draft=link.words),
            )
            continue
        item = ItemLink(
            kind=LinkKind.MORE if held.article_of(capture.id) is None else LinkKind.DOCUMENT,
            words=link.words,
            url=link.url,
            capture_id=capture.id,
            archived_at=capture.fetched_at,
        )
        for finding in check_link(item, held):
            yield link.at, finding


def reached(document: Document) -> frozenset[str]:
    """All targets and addresses that have to be looked up in the archive."""
    links = {link.url for link in document.links}
    return frozenset({note.target for note in document.notes if note.target} | links)
