"""What lasts from week to week: dossiers of one kind, each a vocabulary over the same model.

In: articles with what was read in them, and the developments that editors accepted. Out: proposals,
entries as they stood on a day, as known at a moment, and the lines that an issue prints of them. It
reads no database and decides nothing.
"""

from watchdesk.registers.cases import CASES
from watchdesk.registers.chain import START, broken, chained
from watchdesk.registers.figures import Report, ledger
from watchdesk.registers.fold import FAR, Spell, known, spells, standing
from watchdesk.registers.material import Material, Words
from watchdesk.registers.measures import MEASURES
from watchdesk.registers.register import COMMON, Kind, Register

REGISTERS: tuple[Register, ...] = (MEASURES, CASES)

__all__ = [
    "COMMON",
    "FAR",
    "REGISTERS",
    "START",
    "Kind",
    "Material",
    "Register",
    "Report",
    "Spell",
    "Words",
    "broken",
    "chained",
    "known",
    "ledger",
    "spells",
    "standing",
]
