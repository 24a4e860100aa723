"""Which stage a capture waits for, once it is kept."""

from watchdesk.model import Capture, Purpose, Stage

READABLE = frozenset({Purpose.ARTICLE.value, Purpose.DOCUMENT.value})


def line_up(capture: Capture) -> tuple[tuple[Stage, str], ...]:
    """The (stage, subject) that a new capture is put in line for; none for hops and revisits."""
    if capture.revisit_of is not None or capture.status != 200:
        return ()
    if capture.purpose == Purpose.RECORD.value and capture.source_id:
        return ((Stage.GATHER, capture.id), (Stage.EXTRACT, capture.id))
    if capture.purpose == Purpose.INDEX.value and capture.source_id:
        return ((Stage.GATHER, capture.id),)
    if capture.purpose in READABLE:
        return ((Stage.EXTRACT, capture.id),)
    return ()
