"""All rules that one sentence can be checked by, on its own.

In: a draft sentence and the passages it cites. Out: findings, sorted by their place. Whether those
passages are what they claim to be is asked in `citations`.
"""

from watchdesk.model import Finding, Level
from watchdesk.proof.changes import changes
from watchdesk.proof.dates import check_dates, dates_in_draft
from watchdesk.proof.figures import check_figures
from watchdesk.proof.held import NOTHING_MORE, Known
from watchdesk.proof.names import check_names
from watchdesk.proof.origins import check_origins, ours
from watchdesk.proof.passage import Case, Cited
from watchdesk.proof.quotations import check_quotations
from watchdesk.proof.translations import check_translations
from watchdesk.proof.violations import check_violations
from watchdesk.proof.wording import check_wording
from watchdesk.text.fold import fold


def check_sentence(
    draft: str,
    cited: tuple[Cited, ...],
    *,
    language: str | None = None,
    copied: bool = False,
    known: Known = NOTHING_MORE,
) -> tuple[Finding, ...]:
    """V2 to V10 and V12 to V14 for one sentence.

    `copied` says that a machine took it over word for word: then it has to stand in one passage as
    it is, which proves it whole; a term of violation is pointed out even there.
    """
    if not cited:
        return (_uncited(draft),)
    case = Case(draft, cited, language=language)
    if _verbatim(case):
        return tuple(check_violations(case, known, copied=True))
    changed = [] if case.foreign else changes(case)
    taken = [(one.span.start, one.span.end) for one in dates_in_draft(case)]
    taken += [(one.start, one.end) for one in ours(case)]
    found = [
        *check_quotations(case),
        *check_figures(case, taken, changed),
        *check_dates(case),
        *check_names(case, changed),
        *check_wording(case, changed),
        *check_violations(case, known, copied=False),
        *check_origins(case, known),
        *check_translations(case),
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
