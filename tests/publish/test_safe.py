import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchdesk.publish.safe import href, isolated, shown

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        "relative/path",
        "http://",
        "https:evil",
        "mailto:",
        "http://[broken",
        'https://a.example/"onmouseover=x',
        "https://a.example/\u202egpj.exe",
        "",
    ],
)
def test_an_address_that_is_not_a_page_never_becomes_a_link(url: str) -> None:
    assert href(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/x?y=1&z=2#f",
        "http://a.example",
        "mailto:desk@a.example",
        "HTTPS://A.EXAMPLE/",
        "https://пример.example/статья",
    ],
)
def test_an_ordinary_address_stays_as_it_is(url: str) -> None:
    assert href(url) == url


def test_a_direction_that_a_title_turns_is_turned_back_at_its_end() -> None:
    assert shown("name \u202egpj") == "name \u202egpj\u202c"


def test_a_closing_control_that_closes_nothing_is_dropped() -> None:
    assert shown("a\u2069b\u202cc") == "abc"


def test_nested_directions_are_closed_from_the_inside() -> None:
    assert shown("\u2067a\u202eb") == "\u2067a\u202eb\u202c\u2069"


def test_characters_that_no_page_may_hold_are_replaced() -> None:
    assert shown("a\x00b\x1bc\ud800d\ufffe") == "a\ufffdb\ufffdc\ufffdd\ufffd"


def test_right_to_left_words_are_isolated_where_there_is_no_markup() -> None:
    assert isolated("سلام") == "\u2068سلام\u2069"
    assert isolated("plain") == "plain"


@given(st.text(alphabet=st.characters() | st.sampled_from(BIDI)))
def test_whatever_comes_in_is_legal_balanced_and_stays_so(text: str) -> None:
    fit = shown(text)
    assert shown(fit) == fit
    opened = sum(fit.count(mark) for mark in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    assert opened == fit.count("\u202c") + fit.count("\u2069")
    fit.encode()
