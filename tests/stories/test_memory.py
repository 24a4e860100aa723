import pytest

from watchdesk.stories.memory import Fingerprint, pack, unpack
from watchdesk.stories.similarity import joined


def test_a_fingerprint_comes_back_as_it_was() -> None:
    mark = Fingerprint(
        title="Սուրբ Օրեն",
        language="hy",
        dated=False,
        terms=joined({"օրեն": 800, "1200": 500}, {"ճաք": 300}),
        shingles=(1, 4_294_967_292),
        links=frozenset({"https://example.org/letter.pdf"}),
    )
    assert unpack(pack(mark)) == mark


@pytest.mark.parametrize("data", ["", "{}", "[]", "no"])
def test_something_else_is_refused(data: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        unpack(data)
