"""Feeds that are broken, hostile or in a charset of their own."""

import time

import pytest
from tests.sources.reading import HOME, item, read, rss

from watchdesk.model import Code

LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11)
)


def test_slips_are_mended_and_told() -> None:
    reading = read(
        rss(
            item(1, title="Fish & chips"),
            item(2, title="Caf&eacute; &nbsp; open &unknown; &#0;"),
            item(3, extra="<description><b>bold<p>text</description>"),
            item(4, title="bell \x07 rings"),
        )
    )
    titles = [lead.title for lead in reading.leads]
    assert titles == ["Fish & chips", "Café open &unknown; \ufffd", "Note 3", "bell rings"]
    assert reading.leads[2].summary == "<b>bold<p>text"
    assert [problem.code for problem in reading.problems] == [Code.DAMAGED_FEED]


def test_ampersands_within_character_data_are_left_alone() -> None:
    (lead,) = read(rss(item(1, title="<![CDATA[Fish & chips &eacute;]]>") + "<x>&</x>")).leads
    assert lead.title == "Fish & chips é"


def test_a_feed_that_breaks_off_gives_its_whole_entries_and_a_problem() -> None:
    whole = rss(*(item(n, extra="<description>text</description>") for n in (1, 2, 3)))
    reading = read(whole[: whole.index("<description>", whole.index("Note 3"))])
    assert [lead.title for lead in reading.leads] == ["Note 1", "Note 2"]
    assert "breaks off before its end" in reading.problems[0].message


def test_words_after_the_end_are_no_damage() -> None:
    reading = read(rss(item(1)) + "<!-- served in 3 ms --><p>")
    assert (len(reading.leads), reading.problems) == (1, ())


def test_what_a_server_printed_before_the_feed_is_left_out() -> None:
    assert len(read("<br />\n<b>Warning</b>: no such file\n" + rss(item(1))).leads) == 1


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        (LAUGHS, "&a10;"),
        (f'<!ENTITY a "{"a" * 100_000}">', "&a;" * 20_000),
        ('<!ENTITY f SYSTEM "file:///etc/passwd">', "note &f;"),
        ('<!ENTITY % p SYSTEM "http://127.0.0.1:9/canary"> %p;', "note"),
    ],
    ids=["laughs", "quadratic", "external", "parameter"],
)
def test_entities_of_a_feeds_own_are_left_out_at_once(declared: str, title: str) -> None:
    started = time.monotonic()
    head = f'<?xml version="1.0"?><!DOCTYPE rss [{declared}]>'
    reading = read(rss(item(1, title=title), item(2), head=head))
    assert time.monotonic() - started < 2
    assert [lead.url for lead in reading.leads] == [f"{HOME}/a/1", f"{HOME}/a/2"]
    assert "root:" not in reading.leads[0].title
    assert len(reading.leads[0].title) <= 500
    assert "declares entities of its own" in reading.problems[0].message


def test_a_document_type_without_entities_is_no_damage() -> None:
    head = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/r.dtd">'
    reading = read(rss(item(1), head=head))
    assert (len(reading.leads), reading.problems) == (1, ())


def test_an_inclusion_is_not_followed() -> None:
    inclusion = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'
    (lead,) = read(rss(item(1, title=inclusion))).leads
    assert lead.title == ""


def test_nesting_without_end_costs_nothing_but_itself() -> None:
    reading = read(rss(item(1), "<x>" * 100_000 + "</x>" * 100_000))
    assert reading.leads[0].url == f"{HOME}/a/1"


@pytest.mark.parametrize(
    ("head", "encoding", "charset"),
    [
        ('<?xml version="1.0" encoding="windows-1251"?>', "windows-1251", None),
        ('<?xml version="1.0" encoding="windows-1251"?>', "utf-8", None),
        ('<?xml version="1.0" encoding="utf-8"?>', "utf-16", None),
        ('<?xml version="1.0"?>', "utf-16-le", None),
        ('<?xml version="1.0"?>', "koi8-r", "koi8-r"),
        ('<?xml version="1.0"?>', "windows-1251", None),
        ('<?xml version="1.0" encoding="klingon"?>', "windows-1251", "windows-1251"),
        ("\ufeff\n\n  <?xml version='1.0'?>", "utf-8", None),
    ],
)
def test_russian_is_readable_in_every_charset(
    head: str, encoding: str, charset: str | None
) -> None:
    summary = "<description>Портовая контора сообщила в понедельник.</description>" * 3
    body = rss(item(1, title="Паром снова ходит", extra=summary), head=head)
    (lead,) = read(body.encode(encoding), charset=charset).leads
    assert lead.title == "Паром снова ходит"


def test_bytes_that_are_not_in_the_named_charset_are_told() -> None:
    body = rss(item(1), item(2, title="Caf\xe9"), head='<?xml version="1.0" encoding="utf-8"?>')
    reading = read(body.encode("latin-1"))
    assert [lead.title for lead in reading.leads] == ["Note 1", "Caf\ufffd"]
    assert reading.problems[0].code is Code.DAMAGED_FEED


def test_gb2312_is_read_as_the_wider_charset_that_is_meant() -> None:
    head = '<?xml version="1.0" encoding="gb2312"?>'
    (lead,) = read(rss(item(1, title="渡轮重新开航 镕"), head=head).encode("gb18030")).leads
    assert lead.title == "渡轮重新开航 镕"


@pytest.mark.parametrize(
    "body",
    [
        f'<rss version="2.0"><item>{item(1)}</item><item>{item(2)}</item></rss>',
        rss(item(1), item(2), channel="<title>x</b></title>"),
        f'<rss version="2.0"><channel><item>{item(1)}<item>{item(2)}</channel></rss>',
        f"<rss version=2.0><channel><item>{item(1)}</item><item>{item(2)}</item></channel></rss>",
    ],
    ids=["no channel", "tags that cross", "items without end", "bare attribute"],
)
def test_what_the_fast_parser_refuses_the_tolerant_one_reads(body: str) -> None:
    assert [lead.url for lead in read(body).leads] == [f"{HOME}/a/1", f"{HOME}/a/2"]
    assert [lead.title for lead in read(body).leads] == ["Note 1", "Note 2"]


def test_odd_dates_in_a_feed_that_nobody_can_count_are_left_out() -> None:
    body = (
        f'<rss version="2.0"><channel><item>{item(1, date="10:30")}<item>{item(2)}</channel></rss>'
    )
    assert len(read(body).leads) == 2


def test_a_reference_beyond_unicode_is_shown_as_unknown() -> None:
    (lead,) = read(rss(item(1, title="A &#x110000; B &#xD800; C &#x1F6A7; & D"))).leads
    assert lead.title == "A \ufffd B \ufffd C \U0001f6a7 & D"


def test_html_that_closes_its_own_section_stays_as_it_is() -> None:
    extra = "<description>a & b <b>c</b> ]]> d</description>"
    assert len(read(rss(item(1, extra=extra))).leads) == 1
