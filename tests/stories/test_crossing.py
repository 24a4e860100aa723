import pytest
from tests.stories.pieces import FLOOD, a_piece, place_all

from watchdesk.stories.crossing import ENTRIES, Crossing, alike, key, keys
from watchdesk.stories.similarity import joined

RUSSIAN = (
    "Река Орса ночью прорвала берег и затопила город Халден. Погибли четыре человека, "
    "1200 жителей доставлены в пункты размещения, заявил губернатор Павел Руск."
)
ELSEWHERE = (
    "В Тарине открылась выставка рукописей. Губернатор Павел Руск передал музею 31 рукопись, "
    "сообщила директор Анна Мелик."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("halden", "халден"), ("tarrin", "тарине"), ("melkon", "մելքոն"), ("danove", "дановел")],
)
def test_a_name_has_one_key_in_every_script(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize("term", ["2026", "1998", "7", "oul", "ян"])
def test_what_stands_everywhere_has_no_key(term: str) -> None:
    assert key(term) is None


def test_one_event_in_two_languages_is_one_story() -> None:
    first, second = place_all(
        a_piece(FLOOD, id="a", title="Orsa floods Halden"),
        a_piece(RUSSIAN, id="b", title="Наводнение в Халдене", language="ru", hours=2),
    )
    assert second.story == first.story
    assert "'1200'" in second.why


def test_one_shared_person_joins_no_two_events() -> None:
    first, second = place_all(
        a_piece(FLOOD, id="a", title="Orsa floods Halden"),
        a_piece(ELSEWHERE, id="b", title="Выставка в Тарине", language="ru", hours=2),
    )
    assert second.story != first.story


def test_an_unknown_language_is_never_crossed() -> None:
    first, second = place_all(
        a_piece(FLOOD, id="a", title="Orsa floods Halden"),
        a_piece(RUSSIAN, id="b", title="Наводнение", language=None, hours=2),
    )
    assert second.story != first.story


def test_a_closed_article_is_no_longer_found() -> None:
    terms = joined({"halden": 5000, "ruskov": 5000, "1200": 5000}, {})
    crossing = Crossing()
    crossing.add(1, "en", terms)
    crossing.add(2, "fr", terms)
    assert [number for number, _ in crossing.find("ru", terms)] == [1, 2]
    crossing.forget(1)
    assert [number for number, _ in crossing.find("ru", terms)] == [2]
    crossing.add(3, "en", terms)
    crossing.add(4, "en", terms)
    crossing.forget(3)
    crossing.forget(2)
    crossing.forget(4)
    crossing.forget(5)
    assert not list(crossing.find("ru", terms))


def test_a_key_keeps_the_weight_of_its_heaviest_spelling() -> None:
    assert keys(joined({"tarrin": 10, "тарине": 30}, {"plain": 5})) == {"tarin": 30}


def test_a_crowded_key_keeps_the_latest_only() -> None:
    terms = joined({"halden": 5000, "ruskov": 5000, "1200": 5000}, {})
    crossing = Crossing()
    for number in range(ENTRIES + 2):
        crossing.add(number, "en", terms)
    assert len(list(crossing.find("ru", terms))) == ENTRIES
    crossing.forget(0)
    assert len(list(crossing.find("ru", terms))) == ENTRIES


def test_too_few_shared_keys_are_no_likeness() -> None:
    assert alike({"halden": 1, "ruskov": 1}, {"halden": 1, "ruskov": 1}) == 0.0
