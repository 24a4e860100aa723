import pytest

from watchdesk.stories.leftovers import hangs, leftover


@pytest.mark.parametrize(
    "sentence",
    [
        "Photo: the church of Saint Oren in the morning.",
        "Read more about the quarry and the church here.",
        "À lire aussi : la carrière de Saint Oren menacée.",
        "Читайте также: как спасали церковь Святого Орена.",
        "Write to us at https://gazette.example/letters about this.",
        "The inspectors counted fourteen new cracks in the...",
        "The inspectors counted fourteen new cracks in the walls",
        "“We shall go to court over this order, said the company.",
        'He said that "the wall has moved by a hand.',
        "The wall (of the church moved by a hand.",
        "It moved.",
    ],
)
def test_furniture_fragments_and_halves_are_left_out(sentence: str) -> None:
    assert leftover(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "TARRIN, 9 November (Altis). Inspectors have counted fourteen cracks.",
        "“The wall has moved by a hand since April,” the inspector said.",
        "„Die Mauer hat sich seit April bewegt“, sagte der Prüfer.",
        "«Le mur a bougé depuis le mois d’avril», dit l’inspectrice.",
        "Photographers of three papers saw the wall move in April.",
        "Քարհանքը 310 մետր է հեռու եկեղեցուց։",
    ],
)
def test_a_whole_sentence_stays(sentence: str) -> None:
    assert not leftover(sentence)


@pytest.mark.parametrize(
    "sentence", ["He said no.", "But the wall moved.", "Elle refuse.", "Однако стена стоит."]
)
def test_a_sentence_that_points_back_hangs_on_the_one_before(sentence: str) -> None:
    assert hangs(sentence)


def test_a_sentence_that_names_its_subject_stands_alone() -> None:
    assert not hangs("Hector Benn refused.")
