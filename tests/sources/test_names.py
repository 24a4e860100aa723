import pytest

import watchdesk.sources


@pytest.mark.parametrize("name", watchdesk.sources.__all__)
def test_each_name_that_is_promised_is_there(name: str) -> None:
    assert getattr(watchdesk.sources, name) is not None


def test_a_name_that_is_not_promised_is_not_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = watchdesk.sources.nothing
