"""What the gate found in an issue, and how much of it is proven.

In: findings and counts. Out: one `Report`, kept with the issue and read out on the terminal. It
decides nothing but whether the issue is blocked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from watchdesk.model import Checked, Finding, Level

_NOTHING = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings, all pieces that were checked; each count is (proven, all)."""

    findings: tuple[Finding, ...] = ()
    checked: tuple[Checked, ...] = ()
    lines: tuple[int, int] = _NOTHING
    quotations: tuple[int, int] = _NOTHING
    figures: tuple[int, int] = _NOTHING
    names: tuple[int, int] = _NOTHING
    dates: tuple[int, int] = _NOTHING
    links: tuple[int, int] = _NOTHING
    pictures: tuple[int, int] = _NOTHING

    @property
    def blocks(self) -> bool:
        """Whether anything stops the send."""
        return any(one.level is Level.BLOCK for one in self.findings)

    def sentences(self, what: str = "the issue") -> tuple[str, ...]:
        """The report on `what` in plain words, one sentence a line."""
        return tuple(self._sentences(what))

    def _sentences(self, checked: str) -> Iterator[str]:
        counted = (
            ("quotations", self.quotations),
            ("figures", self.figures),
            ("names", self.names),
            ("dates", self.dates),
            ("links", self.links),
            ("pictures", self.pictures),
        )
        for what, (proven, total) in counted:
            if total:
                yield f"{proven} of {total} {what} proven."
        stops = sum(one.level is Level.BLOCK for one in self.findings)
        looks = len(self.findings) - stops
        if looks:
            yield f"{looks} {'place asks' if looks == 1 else 'places ask'} for a look."
        if stops:
            yield f"{stops} {'finding stops' if stops == 1 else 'findings stop'} {checked}."
        else:
            yield f"Nothing stops {checked}."
