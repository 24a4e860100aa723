"""Column types that keep the house's promises: times are aware, values are the model's own."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment as ISO 8601 text in UTC with microseconds: readable, and sorts as time does.

    Databases disagree on what a time with a zone is (SQLite has none, drivers drop it in silence);
    text of fixed width means the same in all of them.
    """

    impl = String(32)  # type: ignore[mutable-override] # SQLAlchemy asks for exactly this
    cache_ok = True  # type: ignore[mutable-override] # the same

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Refuse a naive time, store UTC."""
        del dialect
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a naive time cannot be stored: {value!r}")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """An aware time, always in UTC."""
        del dialect
        return None if value is None else datetime.fromisoformat(value)
