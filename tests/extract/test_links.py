from tests.extract.making import PROSE, a_page, article

from watchdesk.extract.links import ascii_form


def test_a_link_of_the_body_knows_the_place_of_its_words() -> None:
    letters = '<a href="/letter.pdf">the letter</a> and <a href="http://b.example/x">a plan</a>'
    line = f"The office published {letters} of the repairs on Monday."
    made = article(a_page(PROSE[0], line, PROSE[1]))
    letter, plan = made.links
    assert (letter.url, letter.words) == ("https://courier.example/letter.pdf", "the letter")
    assert letter.span is not None
    assert letter.span.of(made.text) == "the letter"
    assert plan.span is not None
    assert plan.span.of(made.text) == "a plan"


def test_links_around_the_article_are_not_its_own() -> None:
    below = '<aside><p>More: <a href="/other">Other news</a></p></aside>'
    assert article(a_page(below=below)).links == ()


def test_a_document_beside_the_text_is_noted() -> None:
    html = a_page(*PROSE, '</p><div class="box"><a href="docs/report.pdf">The report</a></div><p>')
    assert [link.url for link in article(html).links] == ["https://courier.example/docs/report.pdf"]


def test_a_base_on_another_host_is_not_believed() -> None:
    line = 'The office published <a href="plan">a plan</a> of the repairs on Monday evening.'
    html = a_page(PROSE[0], line, PROSE[1], head='<base href="http://10.0.0.7/">')
    assert [link.url for link in article(html).links] == ["https://courier.example/plan"]


def test_addresses_are_shown_in_ascii() -> None:
    assert ascii_form("http://раураl.test/a") == "http://xn--l-7sba6dbr.test/a"
    assert ascii_form("http://a.test/ok\u202egpj.exe") == "http://a.test/ok%E2%80%AEgpj.exe"
    assert ascii_form("http://a.test:8080/a%20b?x=1&y=é") == "http://a.test:8080/a%20b?x=1&y=%C3%A9"
    assert ascii_form("http://[broken/") == ""


def test_scripts_and_mail_are_no_links() -> None:
    mail = '<a href="mailto:a@b.example">the office</a>'
    line = f'Write to {mail} or <a href="javascript:x()">click here</a> on Monday.'
    assert article(a_page(PROSE[0], line, PROSE[1])).links == ()
