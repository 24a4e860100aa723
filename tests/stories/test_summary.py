from tests.stories.pieces import FLOOD, QUARRY, a_piece

from watchdesk.stories import Piece
from watchdesk.stories.summary import Chosen, best_sentences

SECOND = (
    "Minister Ada Brenn has ordered the quarry beside Saint Oren to stop blasting for 60 days. "
    "“We shall go to court over this order and over its cost,” said Dorn Halvet of Velt Basalt."
)


def said(pieces: list[Piece], chosen: tuple[Chosen, ...]) -> list[str]:
    return [one.span.of(pieces[one.article].text) for one in chosen]


def test_sentences_are_copied_whole() -> None:
    pieces = [a_piece(id="a"), a_piece(SECOND, id="b", source="wire")]
    for sentence in said(pieces, best_sentences(pieces, words=60)):
        assert sentence in QUARRY + SECOND
        assert sentence.endswith((".", "Basalt."))


def test_the_budget_of_words_is_kept() -> None:
    pieces = [a_piece(QUARRY + " " + FLOOD, id="a"), a_piece(SECOND, id="b")]
    for budget in (5, 20, 40, 60):
        words = sum(len(one.split()) for one in said(pieces, best_sentences(pieces, words=budget)))
        assert words <= budget * 1.1


def test_the_number_of_sentences_is_kept_and_the_headlines_lead_comes_first() -> None:
    pieces = [a_piece(id="a"), a_piece(SECOND, id="b", source="wire", title="Cracks")]
    chosen = best_sentences(pieces, words=100, language="en", most=2)
    assert len(chosen) == 2
    assert (chosen[0].article, chosen[0].span.start) == (0, 0)


def test_what_was_said_is_not_said_again() -> None:
    again = a_piece(QUARRY.replace("Inspectors have", "Inspectors now have"), id="b", source="x")
    chosen = best_sentences([a_piece(id="a"), again], words=200)
    assert {one.article for one in chosen} == {0}


def test_only_pieces_in_the_headlines_language_speak() -> None:
    french = a_piece("La carrière de Saint Oren doit cesser les tirs.", id="b", language="fr")
    pieces = [french, a_piece(id="a")]
    assert {one.article for one in best_sentences(pieces, words=60, language="en")} == {1}


def test_furniture_is_never_chosen() -> None:
    text = "Read more: the quarry of Saint Oren in pictures.\n\n" + QUARRY
    pieces = [a_piece(text, id="a")]
    assert not any("Read more" in one for one in said(pieces, best_sentences(pieces, words=90)))


def test_where_nothing_can_be_said_nothing_is() -> None:
    assert best_sentences([], words=60) == ()
    assert best_sentences([a_piece("", id="a")], words=60) == ()
    assert best_sentences([a_piece(id="a")], words=3) == ()
