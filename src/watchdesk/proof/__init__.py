"""The gate: each quotation, figure, date, name and link against the archived words."""

from watchdesk.proof.diff import word_diff
from watchdesk.proof.document import Placed, Resolved, check_document, reached
from watchdesk.proof.footnotes import read_markdown
from watchdesk.proof.gate import check_issue, check_item
from watchdesk.proof.held import Held, Known, Standing
from watchdesk.proof.outcomes import contradicted
from watchdesk.proof.passage import Cited
from watchdesk.proof.report import Report
from watchdesk.proof.sentence import check_sentence
from watchdesk.proof.terms import with_own

__all__ = [
    "Cited",
    "Held",
    "Known",
    "Placed",
    "Report",
    "Resolved",
    "Standing",
    "check_document",
    "check_issue",
    "check_item",
    "check_sentence",
    "contradicted",
    "reached",
    "read_markdown",
    "with_own",
    "word_diff",
]
