"""Who has which item open: a courtesy between editors, never a lock.

In: an open desk, an item, a person. Out: who has it. A lease runs out by itself, so that a closed
laptop holds nothing back; the versions of items see to it that nothing is overwritten.
"""

from collections.abc import Mapping
from datetime import timedelta

from watchdesk.pipeline.desk import Desk
from watchdesk.store import standing
from watchdesk.store.standing import Lease

LASTS = timedelta(minutes=2)


def hold(desk: Desk, item_id: str, *, by: str) -> Lease:
    """Open an item, or keep it open; the lease of another person stays until it runs out."""
    now = desk.clock()
    mine = Lease(item_id, by, now + LASTS)
    with desk.store.writing() as tx:
        held = standing.holder(tx, item_id, now)
        if held is not None and held.by != by:
            return held
        standing.forget_leases(tx, now)
        standing.hold(tx, mine)
        if held is None:
            standing.count_up(tx)
    return mine


def let_go(desk: Desk, item_id: str, *, by: str) -> None:
    """Close an item."""
    with desk.store.writing() as tx:
        if standing.let_go(tx, item_id, by):
            standing.count_up(tx)


def who_has(desk: Desk) -> Mapping[str, Lease]:
    """Who has which item open now, by the item's id."""
    with desk.store.reading() as tx:
        return standing.holders(tx, desk.clock())


def revision(desk: Desk) -> int:
    """A number that counts up with every change that a screen of the issue shows."""
    with desk.store.reading() as tx:
        return standing.revision(tx)
