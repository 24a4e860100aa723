from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from watchdesk.stories import FADING, Standing, repaired
from watchdesk.stories.calendar import DAY
from watchdesk.stories.repair import LARGEST
from watchdesk.stories.similarity import Vector, vector

QUARRY = ["quarry", "velmor", "wall", "river"]
FERRY = ["ferry", "ostrany", "harbour", "crew"]


def terms(words: Sequence[str]) -> Vector:
    return vector([(1.0, word) for word in words], frozenset())


def one(
    id_: str,
    story: str,
    words: Sequence[str],
    *,
    day: float = 0,
    decided: bool = False,
    language: str = "en",
) -> Standing:
    return Standing(id_, story, terms(words), day * DAY, language=language, decided=decided)


def all_pairs(articles: Sequence[Standing]) -> list[tuple[int, int]]:
    return [(a, b) for b in range(len(articles)) for a in range(b)]


def mended(*articles: Standing) -> dict[str, str]:
    return repaired(articles, all_pairs(articles), FADING)


def test_two_stories_of_one_event_become_one_with_the_id_of_the_larger() -> None:
    told = [one("a", "s", QUARRY), one("b", "s", QUARRY), one("c", "t", QUARRY)]
    assert mended(*told) == {"c": "s"}


def test_a_story_of_two_events_is_parted_and_the_larger_part_keeps_the_id() -> None:
    told = [one("a", "s", QUARRY), one("b", "s", QUARRY), one("c", "s", FERRY)]
    moved = mended(*told)
    assert moved.keys() == {"c"}
    assert moved["c"] not in {"s", "c"}


def test_time_parts_what_words_would_join() -> None:
    assert mended(one("a", "s", QUARRY), one("b", "t", QUARRY, day=8)) == {}
    assert mended(one("a", "s", QUARRY), one("b", "t", QUARRY, day=1)) == {"b": "s"}


def test_what_a_person_put_together_stays_together_and_what_was_parted_apart() -> None:
    told = [
        one("a", "s", QUARRY, decided=True),
        one("b", "s", FERRY, decided=True),
        one("c", "t", QUARRY, decided=True),
        one("d", "u", QUARRY),
    ]
    moved = mended(*told)
    assert moved.keys() <= {"d"}
    assert moved.get("d") in {"s", "t"}


def test_articles_in_two_languages_that_names_joined_stay_joined() -> None:
    told = [one("a", "s", QUARRY), one("b", "s", ["карьер", "стена"], language="ru")]
    assert mended(*told) == {}


def test_a_group_too_large_to_compare_is_left_as_it_was() -> None:
    told = [one(str(n), f"s{n}", QUARRY) for n in range(LARGEST + 1)]
    pairs = [(n, n + 1) for n in range(LARGEST)]
    assert repaired(told, pairs, FADING) == {}


@given(
    st.lists(
        st.tuples(st.sampled_from([QUARRY, FERRY, QUARRY[:2] + FERRY[:2]]), st.integers(0, 3)),
        max_size=9,
    )
)
def test_a_repair_never_gives_one_story_to_two_clusters_and_ends(
    told: list[tuple[list[str], int]],
) -> None:
    articles = [one(str(n), f"s{story}", words) for n, (words, story) in enumerate(told)]
    moved = mended(*articles)
    after = [one(a.id, moved.get(a.id, a.story), told[n][0]) for n, a in enumerate(articles)]
    assert mended(*after) == {}
