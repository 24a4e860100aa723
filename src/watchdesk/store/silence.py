"""Entries that a person should look at: long silent, or with a date that went by.

In: a register and a day. Out: what is known of such entries, the longest wait first and no more
than asked for. Whether silence is unusual for an entry is not decided here.
"""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Column, ColumnElement, select

from watchdesk.store.database import Transaction
from watchdesk.store.registers import Standing, standing
from watchdesk.store.tables import entries


def silent_since(
    tx: Transaction, register: str, day: date, *, over: Collection[str], most: int
) -> tuple[Standing, ...]:
    """Entries without a development that held after a day, longest silence first.

    Those with a status of `over` are left out.
    """
    silent = entries.c.last_held <= day.isoformat()
    open_ = entries.c.status.not_in(over)
    return _first(tx, entries.c.last_held, most, entries.c.register == register, silent, open_)


def awaited_until(tx: Transaction, register: str, day: date, *, most: int) -> tuple[Standing, ...]:
    """Entries whose next date is not after a day, soonest first."""
    past = entries.c.next_date <= day.isoformat()
    return _first(tx, entries.c.next_date, most, entries.c.register == register, past)


def awaited_between(tx: Transaction, first: date, last: date, *, most: int) -> tuple[Standing, ...]:
    """Entries of all registers whose next date lies within these days, soonest first."""
    within = entries.c.next_date.between(first.isoformat(), last.isoformat())
    return _first(tx, entries.c.next_date, most, within)


def _first(
    tx: Transaction, when: Column[str], most: int, *which: ColumnElement[bool]
) -> tuple[Standing, ...]:
    query = select(entries).where(entries.c.merged_into == "", *which).order_by(when).limit(most)
    return tuple(standing(row) for row in tx.connection.execute(query))
