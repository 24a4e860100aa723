"""What ran in which published issue, by the keys that the issue's stage gives."""

from collections.abc import Iterable

from sqlalchemy import func, select

from watchdesk.store.database import Transaction
from watchdesk.store.dialect import insert_once
from watchdesk.store.portions import portions
from watchdesk.store.tables import printed


def put(tx: Transaction, number: int, keys: Iterable[str]) -> None:
    """Keep that these ran in an issue."""
    rows = [{"key": key, "issue": number} for key in sorted(keys)]
    if rows:
        tx.connection.execute(insert_once(printed), rows)


def before(tx: Transaction, keys: Iterable[str], number: int) -> dict[str, int]:
    """For each of these keys the last issue before `number` in which it ran, where there is one."""
    found: dict[str, int] = {}
    for some in portions(keys):
        query = (
            select(printed.c.key, func.max(printed.c.issue))
            .where(printed.c.key.in_(some), printed.c.issue < number)
            .group_by(printed.c.key)
        )
        found.update({row[0]: row[1] for row in tx.connection.execute(query)})
    return found
