"""All rules that one sentence can be checked by, on its own.

In: a draft sentence and the passages it cites. Out: findings, sorted by their place. Whether those
passages are what they claim to be is asked in `citations`.
"""

from watchdesk.model import Finding, Level
from watchdesk.proof.changes import changes
from watchdesk.proof.dates import check_dates, dates_in_draft
from watchdesk.proof.figures import check_figures
from watchdesk.proof.names import check_names
from watchdesk.proof.passage import Case, Cited
from watchdesk.proof.quotations import check_quotations
from watchdesk.proof.wording import check_wording
from watchdesk.text.fold import fold


def check_sentence(
    draft: str, cited: tuple[Cited, ...], *, language: str | None = None, copied: bool = False
) -> tuple[Finding, ...]:
    """V2 to V9 and V13 for one sentence.

    `copied` says that a machine took it over word for word: then it has to stand in one passage as
    it is, which proves it whole.
    """
    if not cited:
        return (_uncited(draft),)
    case = Case(draft, cited, language=language)
    if _verbatim(case):
        return ()
    changed = [] if case.foreign else changes(case)
    dated = [(one.span.start, one.span.end) for one in dates_in_draft(case)]
    found = [
        *check_quotations(case),
        *check_figures(case, dated, changed),
        *check_dates(case),
        *check_names(case, changed),
        *check_wording(case, changed),
    ]
    if copied:
        found.append(case.finding("V2", "A copied line has to be its source, word for word.", None))
    return tuple(sorted(set(found), key=_place))


def _verbatim(case: Case) -> bool:
    """Whether the draft stands in one passage as it is."""
    wanted = case.draft.text.strip()
    return bool(wanted) and any(
        passage.folded.find_folded(wanted, whole_words=True) is not None
        for passage in case.passages
    )


def _uncited(draft: str) -> Finding:
    return Finding(
        rule="V0",
        level=Level.BLOCK,
        message="The sentence cites nothing.",
        draft=draft,
        span=fold(draft).find(draft),
    )


def _place(finding: Finding) -> tuple[int, int, str]:
    span = finding.span
    return (span.start, span.end, finding.rule) if span else (len(finding.draft), 0, finding.rule)
