"""V10: a word for a violation stands with who alleges it, and is the source's or a signed one.

In: a case and what the desk knows (its table of terms, what an editor signed). Out: findings for a
term without an owner in its sentence, and for one that the cited source does not use in any
language. Whether it happened, and whether the word fits, is never judged here.
"""

from collections.abc import Iterator

from watchdesk.model import Finding
from watchdesk.proof.held import Known
from watchdesk.proof.passage import Case, article_of
from watchdesk.proof.terms import Found, find_terms, in_name_of_body, owned


def check_violations(case: Case, known: Known, *, copied: bool) -> Iterator[Finding]:
    """V10 for each term of the sentence; of copied words an owner is only asked for."""
    for found in find_terms(case.draft, known.terms):
        if in_name_of_body(case.draft, found):
            continue
        place = (found.start, found.end)
        printed = case.draft.text[found.start : found.end]
        if not copied and not known.signs(found.code):
            yield from _strange(case, known, found)
        if not owned(case.draft):
            yield case.finding(
                "V10",
                f"“{printed}” stands here as a fact: say in this sentence who calls it so.",
                place,
                warn=copied,
            )


def _strange(case: Case, known: Known, found: Found) -> Iterator[Finding]:
    """A term that the cited passages do not use: a look where their article does, else a block."""
    if any(found.code == one.code for p in case.passages for one in find_terms(p, known.terms)):
        return
    printed = case.draft.text[found.start : found.end]
    in_article = any(
        found.code == one.code
        for cited in case.cited
        for one in find_terms(article_of(cited), known.terms)
    )
    if in_article:
        message = f"The cited passage does not speak of “{printed}”; its article does."
    else:
        message = f"The cited source does not speak of “{printed}”; an editor may sign the word."
    yield case.finding(
        "V10",
        message,
        (found.start, found.end),
        warn=in_article,
    )
