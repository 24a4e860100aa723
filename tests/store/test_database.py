import pytest

from watchdesk.model import StoreError
from watchdesk.store import Store, captures


def test_a_damaged_database_is_told_in_one_sentence_when_it_is_read(store: Store) -> None:
    store.close()
    size = store.path.stat().st_size
    with store.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    told = r"desk\.sqlite cannot be read: .*malformed"
    with pytest.raises(StoreError, match=told), store.reading() as tx:
        captures.count(tx)
