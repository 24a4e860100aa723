import pytest

from watchdesk.text.mail_addresses import LONGEST, address_key, domain_of, mail_address


@pytest.mark.parametrize(
    ("line", "address"),
    [
        (" Ada.Lind@Lake.Example ", "Ada.Lind@lake.example"),
        ("o'neill+news@sub.lake.example", "o'neill+news@sub.lake.example"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("ada", None),
        ("ada@lake", None),
        ("@lake.example", None),
        ("a b@lake.example", None),
        ("ada@lake.example\nBcc: all@lake.example", None),
        (".ada@lake.example", None),
        ("ada..lind@lake.example", None),
        ("адa@lake.example", None),
        ("ada@-lake.example", None),
        ("ada@10.0.0.1", None),
        ("ada@lake..example", None),
        ("a" * 65 + "@lake.example", None),
        ("a" * 60 + "@" + "b.c" * 70 + ".example", None),
        ("<ada@lake.example>", None),
    ],
)
def test_an_address_is_told_from_what_is_none(line: str, address: str | None) -> None:
    assert mail_address(line) == address


def test_a_very_long_line_is_no_address() -> None:
    assert mail_address("a@" + "b." * LONGEST + "example") is None


def test_an_address_is_known_again_in_capitals() -> None:
    assert address_key("Ada@lake.example") == address_key("ada@LAKE.example")
    assert domain_of("ada@lake.example") == "lake.example"
