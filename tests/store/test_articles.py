from dataclasses import replace

import pytest
from tests.builders import an_article, at

from watchdesk.store import Store, articles, search
from watchdesk.store.dialect import search_terms
from watchdesk.store.search import Question


def keep(store: Store, *texts: str, language: str = "en") -> list[str]:
    ids = []
    with store.writing() as tx:
        for number, text in enumerate(texts):
            article = replace(an_article(text), id=f"a{number}{language}", language=language)
            moment = at(10 + number)
            articles.add(tx, article, captured_at=moment, first_captured_at=moment)
            ids.append(article.id)
    return ids


def find(store: Store, words: str, **narrowed: object) -> list[str]:
    question = Question(words=words, **narrowed)  # type: ignore[arg-type] # given by name below
    with store.reading() as tx:
        return [hit.article_id for hit in search.search(tx, question)]


def test_an_article_comes_back_as_it_was_kept(store: Store) -> None:
    article = an_article("The bridge was closed. “We wait,” said Ana Torel.")
    with store.writing() as tx:
        articles.add(tx, article, captured_at=at(10), first_captured_at=at(10))
    with store.reading() as tx:
        assert articles.get(tx, article.id) == article


def test_a_better_reading_takes_the_place_of_the_old_which_stays(store: Store) -> None:
    old = an_article("The brigde was closed.")
    new = replace(an_article("The bridge was closed."), id="newer", replaces=old.id)
    with store.writing() as tx:
        articles.add(tx, old, captured_at=at(10), first_captured_at=at(10))
        articles.add(tx, new, captured_at=at(12), first_captured_at=at(10))
    with store.reading() as tx:
        assert articles.current_at(tx, new.url) == new
        assert articles.get(tx, old.id) == old
        assert articles.ids_first_captured(tx, since=at(9), until=at(11)) == ("newer",)


def test_the_newest_find_comes_first(store: Store) -> None:
    keep(store, "the bridge of Torel", "no crossing today", "a new bridge")
    assert find(store, "bridge") == ["a2en", "a0en"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"bridge of Torel"', ["a0en"]),
        ("cross*", ["a1en"]),
        ("bridge -new", ["a0en"]),
        ("bridge OR crossing", ["a2en", "a1en", "a0en"]),
        ("bridge OR", ["a2en", "a0en"]),
        ('"unclosed bridge', []),
        ('"" * AND (', []),
        ("NOT bridge", []),
    ],
)
def test_a_query_is_read_as_a_person_means_it(store: Store, words: str, found: list[str]) -> None:
    keep(store, "the bridge of Torel", "no crossing today", "a new bridge")
    assert find(store, words) == found


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Мост закрыт с утра.", "мост", "ru"),
        ("Կամուրջը փակ է առավոտից։", "կամուրջը", "hy"),
        ("L’église menacée", "eglise", "fr"),
    ],
)
def test_every_script_is_found(store: Store, text: str, words: str, language: str) -> None:
    (kept,) = keep(store, text, language=language)
    assert find(store, words, language=language) == [kept]
    assert find(store, words, language="en") == []


def test_dates_narrow_by_the_order_of_arrival(store: Store) -> None:
    keep(store, "bridge one", "bridge two", "bridge three")
    assert find(store, "bridge", since=at(11), until=at(11)) == ["a1en"]
    assert find(store, "bridge", since=at(20)) == []


def test_the_found_words_are_lit(store: Store) -> None:
    keep(store, "They closed the bridge of Torel at noon.")
    with store.reading() as tx:
        (hit,) = search.search(tx, Question(words="bridge"))
    assert "\x02bridge\x03" in hit.snippet


def test_a_person_s_query_becomes_quoted_terms() -> None:
    assert search_terms('bridge "of Torel" cros*') == '"bridge" "of Torel" "cros"*'
