"""What lasts from week to week: dossiers of one kind, each a vocabulary over the same model.

In: articles with what was read in them, and the developments that editors accepted. Out: proposals,
entries as they stood on a day, as known at a moment, and the lines that an issue prints of them. It
reads no database and decides nothing.
"""

from watchdesk.registers.cases import CASES
from watchdesk.registers.cells import K, Told, may_publish_table
from watchdesk.registers.chain import START, broken, broken_log, chained, logged
from watchdesk.registers.events import EVENTS, calendar
from watchdesk.registers.figures import Report, ledger
from watchdesk.registers.fold import FAR, Spell, known, spells, standing
from watchdesk.registers.gate import may_publish, withheld_from
from watchdesk.registers.material import Material, Words
from watchdesk.registers.measures import MEASURES
from watchdesk.registers.meeting import Meeting, joined, meet, opens
from watchdesk.registers.opening import name_keys, opened_as
from watchdesk.registers.register import ACCESS, COMMON, Care, Kind, Register
from watchdesk.registers.sites import SITES
from watchdesk.registers.testimonies import TESTIMONIES, content_in
from watchdesk.registers.tolls import FIGURES

REGISTERS: tuple[Register, ...] = (MEASURES, CASES, SITES, EVENTS, FIGURES, TESTIMONIES)
"""Those that propose only beside others stand behind them."""

__all__ = [
    "ACCESS",
    "COMMON",
    "FAR",
    "REGISTERS",
    "START",
    "TESTIMONIES",
    "Care",
    "K",
    "Kind",
    "Material",
    "Meeting",
    "Register",
    "Report",
    "Spell",
    "Told",
    "Words",
    "broken",
    "broken_log",
    "calendar",
    "chained",
    "content_in",
    "joined",
    "known",
    "ledger",
    "logged",
    "may_publish",
    "may_publish_table",
    "meet",
    "name_keys",
    "opened_as",
    "opens",
    "spells",
    "standing",
    "withheld_from",
]
