"""The gate: each quotation, figure, date, name and link against the archived words."""

from watchdesk.proof.passage import Cited
from watchdesk.proof.sentence import check_sentence

__all__ = ["Cited", "check_sentence"]
