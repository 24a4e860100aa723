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


def awaited_between(tx: Transaction, first: date, last: date, *, most: int) -> tuple[Standing, ...]:
    """Entries of all registers whose next date lies within these days, soonest first."""
    query = (
        select(entries)
        .where(entries.c.merged_into == "")
        .where(entries.c.next_date.between(first.isoformat(), last.isoformat()))
        .order_by(entries.c.next_date)
        .limit(most)
    )
    return tuple(standing(row) for row in tx.connection.execute(query))


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
