"""Entries that a person should look at: long silent, or with a date that went by.

In: a register and a day. Out: what is known of such entries, the longest wait first and no more
than asked for. Whether silence is unusual for an entry is not decided here.
"""

from datetime import date

from sqlalchemy import Column, select

from watchdesk.store.database import Transaction
from watchdesk.store.registers import Standing, standing
from watchdesk.store.tables import entries


def silent_since(tx: Transaction, register: str, day: date, *, most: int) -> tuple[Standing, ...]:
    """Entries without a development that held after a day, longest silence first."""
    return _of(tx, register, entries.c.last_held, day, most)


def awaited_until(tx: Transaction, register: str, day: date, *, most: int) -> tuple[Standing, ...]:
    """Entries whose next date is not after a day, soonest first."""
    return _of(tx, register, entries.c.next_date, day, most)


def _of(
    tx: Transaction, register: str, when: Column[str], day: date, most: int
) -> tuple[Standing, ...]:
    query = (
        select(entries)
        .where(entries.c.register == register, entries.c.merged_into == "")
        .where(when <= day.isoformat())
        .order_by(when)
        .limit(most)
    )
    return tuple(standing(row) for row in tx.connection.execute(query))
