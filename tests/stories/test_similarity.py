from watchdesk.stories.similarity import (
    ENTRIES,
    UNIT,
    Index,
    joined,
    likeness,
    shared_terms,
    vector,
)


def test_an_article_is_wholly_like_itself() -> None:
    one = vector([(3.0, "quarry"), (2.0, "halden"), (1.0, "1200")], {"halden"})
    assert abs(likeness(one, one) - 1.0) < 0.001


def test_names_and_numbers_stand_apart_and_weigh_more() -> None:
    one = vector([(3.0, "quarry"), (3.0, "halden"), (3.0, "1200")], {"halden"})
    assert set(one.named) == {"halden", "1200"}
    assert one.named["halden"] > one.plain["quarry"]


def test_strangers_by_name_are_less_alike() -> None:
    quake = joined({"aceh": UNIT // 2}, {"quake": UNIT // 2})
    other = joined({"lima": UNIT // 2}, {"quake": UNIT // 2})
    nameless = joined({}, {"quake": UNIT // 2})
    assert likeness(quake, other) < likeness(quake, nameless)


def test_words_of_no_weight_make_an_empty_vector() -> None:
    empty = vector([(0.0, "the")], ())
    assert empty.heaviest(5) == []
    assert likeness(empty, empty) == 0.0


def test_the_nearest_come_among_the_candidates() -> None:
    index = Index()
    index.add(1, joined({"halden": UNIT}, {}))
    index.add(2, joined({"tarrin": UNIT}, {}))
    assert index.alike(joined({"halden": UNIT}, {})) == [(1, 1.0)]


def test_a_terms_list_keeps_the_latest_only() -> None:
    index = Index()
    for number in range(ENTRIES):
        index.add(number, joined({"halden": UNIT}, {}))
    index.turn()
    for number in (ENTRIES, ENTRIES + 1):
        index.add(number, joined({"halden": UNIT}, {}))
    assert index._latest("halden") == tuple(range(2, ENTRIES + 2))


def test_a_closed_article_is_no_candidate() -> None:
    index = Index()
    index.add(1, joined({"halden": UNIT}, {}))
    index.forget(1)
    assert 1 not in index
    assert index.alike(joined({"halden": UNIT}, {})) == []


def test_an_article_of_two_turns_ago_is_no_candidate() -> None:
    index = Index()
    index.add(1, joined({"halden": UNIT}, {}))
    index.turn()
    assert index.alike(joined({"halden": UNIT}, {})) == [(1, 1.0)]
    index.turn()
    assert index.alike(joined({"halden": UNIT}, {})) == []


def test_shared_terms_come_heaviest_first() -> None:
    one = joined({"halden": 10}, {"river": 30, "night": 20})
    assert shared_terms(one, joined({"halden": 1}, {"river": 1})) == ["river", "halden"]
