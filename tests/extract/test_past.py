from email.message import EmailMessage

from watchdesk.extract.past import Form, past_issue

HEADINGS = """<html lang="en"><head><title>Our Letter 12</title></head><body><h1>Our Letter</h1>
<h2>Parliament</h2>
<h3>A bill moves</h3><p>The committee voted. It was late. “We are done”, said Ada.</p>
<p><a href="https://www.gazette.example/a">Gazette</a> <a href="https://herald.example/x">Herald</a></p>
<h3>The budget</h3><p>It passed. It is large. “It is ours”, said Oke.</p>
<p><a href="https://www.gazette.example/b">Gazette</a> <a href="https://t.example/">T</a></p>
<h2>Culture</h2>
<h3>A festival</h3><p>Music was heard. It was loud. “Again”, said Vel.</p>
<p><a href="https://arts.example/f">Arts</a> <a href="https://a.example/">A</a></p>
<p><a href="https://facebook.com/us">Facebook</a></p></body></html>"""

TABLES = """<table><tr><td><b>SECURITY</b></td></tr>
<tr><td><a href="https://x.list-manage.com/track?u=https%3A%2F%2Fherald.example%2Fz"><b>Shots</b></a></td></tr>
<tr><td>Two were hurt. <a href="https://a.example/1">More</a></td></tr>
<tr><td><b>AID</b></td></tr><tr><td>Lorries came. <a href="https://b.example/1">More</a></td></tr></table>"""


def test_headings_links_and_the_usual_item_are_read() -> None:
    found = past_issue(HEADINGS.encode(), "text/html")
    assert found is not None
    assert (found.title, found.language) == ("Our Letter 12", "en")
    assert found.sections == ("Parliament", "Culture")
    assert (found.hosts[0].host, found.hosts[0].times) == ("gazette.example", 2)
    assert "facebook.com" not in {one.host for one in found.hosts}
    assert found.form == Form(sentences=3, quotations=1, links=2)


def test_bold_lines_are_headings_and_a_counting_link_is_seen_through() -> None:
    found = past_issue(TABLES.encode(), "text/html")
    assert found is not None
    assert found.sections == ("SECURITY", "AID")
    assert [one.host for one in found.hosts] == ["herald.example", "a.example", "b.example"]


def test_a_mails_own_site_is_no_source() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Letter <us@gazette.example>", "No. 12"
    mail.set_content("Plain.")
    mail.add_alternative(HEADINGS, subtype="html")
    found = past_issue(mail.as_bytes(), "message/rfc822")
    assert found is not None
    assert found.title == "No. 12"
    assert "gazette.example" not in {one.host for one in found.hosts}


def test_what_holds_nothing_proposes_nothing_and_a_deep_nest_is_given_up() -> None:
    assert past_issue(b"", "text/html") is None
    assert past_issue(b"<div>" * 200_000 + b"x", "text/html") is None
