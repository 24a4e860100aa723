"""The gate: each quotation, figure, date, name and link against the archived words."""

from watchdesk.proof.diff import word_diff
from watchdesk.proof.gate import check_issue
from watchdesk.proof.held import Held
from watchdesk.proof.passage import Cited
from watchdesk.proof.report import Report
from watchdesk.proof.sentence import check_sentence

__all__ = ["Cited", "Held", "Report", "check_issue", "check_sentence", "word_diff"]
