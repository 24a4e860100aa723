"""What lasts from week to week: dossiers of one kind, each a vocabulary over the same model.

In: the developments that editors accepted. Out: entries as they stood on a day, as known at a
moment, and the lines that an issue prints of them. It reads no database and decides nothing.
"""

from watchdesk.registers.cases import CASES
from watchdesk.registers.chain import START, broken, chained
from watchdesk.registers.fold import FAR, Spell, known, spells, standing
from watchdesk.registers.register import COMMON, Kind, Register

REGISTERS: tuple[Register, ...] = (CASES,)

__all__ = [
    "COMMON",
    "FAR",
    "REGISTERS",
    "START",
    "Kind",
    "Register",
    "Spell",
    "broken",
    "chained",
    "known",
    "spells",
    "standing",
]
