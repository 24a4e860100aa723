"""Words that the lines of several registers share."""

from datetime import date

from watchdesk.model import Entry


def printed(day: date) -> str:
    """Such as *3 November 2026*."""
    return f"{day.day} {day:%B %Y}"


def since(entry: Entry, word: str = "since") -> str:
    """Such as *In committee since 3 November 2026*; empty where no status is known."""
    if not entry.status or entry.since is None:
        return ""
    return f"{entry.status.capitalize()} {word} {printed(entry.since)}"
