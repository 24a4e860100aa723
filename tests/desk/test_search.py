"""The archive searched, and an address nominated."""

from tests.desk.visiting import Visitor


def test_a_search_lights_what_was_looked_for_and_leads_to_the_article(visitor: Visitor) -> None:
    page = visitor.sees("/search?q=ministry")
    assert "<mark>ministry</mark>" in page.casefold()
    assert "/article/" in page
    assert "0 finds" in visitor.sees("/search?q=zzzyx")
    assert "find" in visitor.sees("/search?q=%22%28+*+NEAR%28")


def test_a_page_that_a_bookmark_brings_stands_in_the_form(visitor: Visitor) -> None:
    page = visitor.sees("/search?nominate=https%3A%2F%2Ftidings.example%2Fa%22b")
    assert 'value="https://tidings.example/a&#34;b"' in page
    assert "http://desk.example/search?nominate=" in page


def test_what_is_no_address_is_refused(visitor: Visitor) -> None:
    assert "no address of the web" in visitor.is_refused("/search/nominate", url="javascript:1")


def test_an_address_that_is_archived_already_is_not_fetched_again(visitor: Visitor) -> None:
    with visitor.desk() as desk, desk.store.reading() as tx:
        query = "SELECT url, id FROM articles WHERE current AND url LIKE 'http%' LIMIT 1"
        url, article = tx.connection.exec_driver_sql(query).one()
    assert visitor.does("/search/nominate", url=url) == f"/article/{article}"
    to = visitor.does("/search/nominate", url=url, section=visitor.section)
    with visitor.desk() as desk, desk.store.reading() as tx:
        query = "SELECT what FROM changes WHERE item_id = ?"
        rows = tx.connection.exec_driver_sql(query, (to.rpartition("/")[2],)).scalars().all()
    assert rows == ["added by hand"]
