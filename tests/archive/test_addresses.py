import pytest

from watchdesk.archive.addresses import BadAddress, fetchable, host_of, origin_of, port_of


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("http://harbour.example/a?b=c&d", "http://harbour.example/a?b=c&d"),
        ("HTTP://Harbour.Example", "http://harbour.example/"),
        ("https://harbour.example:443/a#part", "https://harbour.example/a"),
        ("http://harbour.example:8080/a", "http://harbour.example:8080/a"),
        ("http://name:secret@harbour.example/a", "http://harbour.example/a"),
        ("http://harbour.example/паром", "http://harbour.example/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC"),
        ("http://harbour.example/a b?c d", "http://harbour.example/a%20b?c%20d"),
        ("http://harbour.example/a%20b", "http://harbour.example/a%20b"),
        ("http://müller.example/a", "http://xn--mller-kva.example/a"),
        ("http://[2001:DB8::1]:81/a", "http://[2001:db8::1]:81/a"),
        ("  http://harbour.example./a\n", "http://harbour.example/a"),
    ],
)
def test_an_address_is_asked_for_in_plain_ascii(given: str, asked: str) -> None:
    assert fetchable(given) == asked
    assert fetchable(asked) == asked


@pytest.mark.parametrize(
    "given",
    [
        "ftp://10.0.0.7/pub",
        "file:///etc/passwd",
        "data:text/html,<h1>hello</h1>",
        "javascript:alert(1)",
        "http:///a",
        "http://2130706433:9/",
        "http://0x7f.1:9/",
        "http://0x7f000001/",
        "http://017700000001/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://[::1%25eth0]/",
        "http://[::zz]/",
        "http://harbour.example:99999/",
        "http://har bour.example/",
        "http://harbour.example/" + "a" * 9000,
    ],
)
def test_an_address_that_is_never_fetched_is_refused_with_a_sentence(given: str) -> None:
    with pytest.raises(BadAddress, match=r"^The address .*\.$"):
        fetchable(given)


def test_host_port_and_origin_are_read_from_an_address() -> None:
    url = "https://harbour.example:8443/a"
    assert (host_of(url), port_of(url)) == ("harbour.example", 8443)
    assert origin_of(url) == "https://harbour.example:8443"
    assert port_of("https://harbour.example/") == 443
