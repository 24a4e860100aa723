"""Counts the outcomes of a step for its `Finished` event."""

from dataclasses import dataclass, field

from watchdesk.model import Done, Event, Failed


@dataclass(slots=True)
class Tally:
    """Outcomes and how often they came; a failure counts under "failed"."""

    counts: dict[str, int] = field(default_factory=dict)

    def of(self, event: Event) -> Event:
        """Count an event and give it back."""
        match event:
            case Done(outcome=outcome):
                self.counts[outcome] = self.counts.get(outcome, 0) + 1
            case Failed():
                self.counts["failed"] = self.counts.get("failed", 0) + 1
            case _:
                pass
        return event
