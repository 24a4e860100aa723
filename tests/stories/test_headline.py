import pytest
from tests.stories.pieces import FLOOD, QUARRY, a_piece

from watchdesk.stories.headline import headline


def test_the_issues_language_goes_before_all_else() -> None:
    pieces = [
        a_piece(id="a", language="fr", title="Quatorze fissures à Saint Oren"),
        a_piece(FLOOD, id="b", language="en-GB", title="Is it you?"),
    ]
    assert headline(pieces, language="en") == 1


def test_without_a_piece_in_that_language_the_first_speaks() -> None:
    pieces = [a_piece(id="a", language="fr"), a_piece(FLOOD, id="b", language="ru", title="Халден")]
    assert headline(pieces, language="en") == 0


@pytest.mark.parametrize(
    "title",
    [
        "What you need to know about Saint Oren",
        "Will the church of Saint Oren fall?",
        "FOURTEEN NEW CRACKS AT SAINT OREN",
        "Live: the cracks of Saint Oren",
        "Cracks",
        "",
    ],
)
def test_a_plain_statement_goes_before_a_question_or_a_lure(title: str) -> None:
    plain = "Fourteen new cracks at Saint Oren"
    pieces = [a_piece(id="a", title=title), a_piece(FLOOD + QUARRY, id="b", title=plain)]
    assert headline(pieces, language="en") == 1


def test_a_copys_title_stands_behind_its_originals() -> None:
    original = a_piece(id="a", title="Blasting will stop at the quarry")
    copy = a_piece(id="b", title="New cracks at Saint Oren church")
    assert headline([original, copy], language="en") == 0


def test_the_title_that_others_bear_out_is_chosen() -> None:
    pieces = [
        a_piece("A walk by the river was nice.", id="a", title="Nice walk by the river"),
        a_piece(id="b", title="New cracks at Saint Oren church"),
        a_piece("The church of Saint Oren has new cracks, it is said.", id="c", title="Oren again"),
    ]
    assert headline(pieces, language="en") == 1


def test_a_story_without_pieces_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        headline([], language="en")
