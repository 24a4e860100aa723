import pytest
from tests.extract.making import article

from watchdesk.extract.charset import codec_of, decode

RUSSIAN = "Портовая контора сообщила в понедельник, что паром снова ходит: ремонт обошёлся дорого."
ARABIC = "قال مكتب الميناء يوم الاثنين إن العبارة تعمل من جديد بعد إصلاحات كلفت كثيرا."
CHINESE = "港务局星期一表示，渡轮在修理后重新开航，费用为二十四万克朗。"
POLISH = (
    "Ministerstwo poinformowało w piątek, że rozmowy trwają, a świadkowie zostali przesłuchani."
)


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
        (CHINESE * 2, "gb18030"),
        (POLISH, "cp1250"),
        (RUSSIAN, "utf-8"),
    ],
)
def test_an_undeclared_charset_is_recognised(words: str, codec: str) -> None:
    decoded = decode(f"<html><body><p>{words}</p>".encode(codec))
    assert words in decoded.text
    assert decoded.word_of == "detected"


def test_the_transport_is_believed_before_the_page() -> None:
    body = f'<meta charset="utf-8"><p>{RUSSIAN}</p>'.encode("utf-16-be")
    decoded = decode(body, "UTF-16BE")
    assert RUSSIAN in decoded.text
    assert decoded.word_of == "header"


def test_a_transport_that_the_bytes_contradict_loses_to_the_page() -> None:
    decoded = decode(f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode("cp1251"), "utf-8")
    assert RUSSIAN in decoded.text
    assert decoded.origin == "cp1251 by meta"


def test_valid_utf8_wins_over_a_latin_claim() -> None:
    assert "Öffnung" in decode("<p>Fähre, Öffnung</p>".encode(), "iso-8859-1").text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("ISO-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        ('"utf8"', "utf-8"),
        ("latin5", "cp1254"),
        ("klingon", None),
        (None, None),
    ],
)
def test_labels_mean_what_they_mean_on_the_web(label: str | None, codec: str | None) -> None:
    assert codec_of(label) == codec


def test_a_byte_order_mark_decides() -> None:
    assert decode(f"<p>{RUSSIAN}".encode("utf-16")).origin == "utf-16-le by bom"
    assert decode(b"\xef\xbb\xbfplain", "windows-1251").origin == "utf-8 by bom"


def test_a_pasted_paragraph_of_another_charset_damages_itself_alone() -> None:
    body = f"<p>{RUSSIAN * 3}</p>".encode() + "<p>Café</p>".encode("cp1252")
    decoded = decode(body, "utf-8")
    assert RUSSIAN in decoded.text
    assert decoded.damaged == 1
    assert "1 characters damaged" in decoded.origin


def test_an_unknown_label_falls_back_to_detection() -> None:
    assert RUSSIAN in decode(RUSSIAN.encode("cp1251"), "klingon").text


def test_nul_bytes_are_dropped() -> None:
    assert decode(b"har\0bour").text == "harbour"


def test_an_article_says_how_it_was_decoded() -> None:
    made = article(f"<p>{RUSSIAN}</p>".encode("koi8-r"), charset="koi8-r")
    assert ("charset", "koi8-r by header") in made.origins
    assert made.language == "ru"
