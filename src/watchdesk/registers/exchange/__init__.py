"""Entries as other programs read them, and a spreadsheet of entries as it is read here.

In: what the gate minted, and nothing else. Out: one text in a format, written by hand, so that no
heavy package is needed for a few fields. What a format has no word for is left out.
"""

from watchdesk.registers.exchange.formats import FORMATS, Format, export

__all__ = ["FORMATS", "Format", "export"]
