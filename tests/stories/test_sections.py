import pytest

from watchdesk.stories.sections import Example, SectionModel

EXAMPLES = [
    Example("Court keeps reporter in detention", "The judge prolonged the detention.", "Courts"),
    Example("Judge hears appeal", "The lawyer asked the court for bail.", "Courts"),
    Example("Prosecutor asks for seven years", "The trial opens before the court.", "Courts"),
    Example("Flood in Halden", "The river broke its banks and water rose.", "Weather"),
    Example("Snow expected", "The weather service warns of snow and wind.", "Weather"),
    Example("River falls again", "The water fell by 40 centimetres.", "Weather"),
]


def test_an_article_goes_where_its_like_went_and_says_why() -> None:
    section, why = SectionModel.fit(EXAMPLES).place("Court hears lawyer", "The judge listened.")
    assert section == "Courts"
    assert "court" in why
    assert len(why) <= 3


@pytest.mark.parametrize(("title", "text"), [("", ""), ("Xyzzy", "qqqq"), ("12 34", "")])
def test_nothing_known_is_left_to_the_editor(title: str, text: str) -> None:
    assert SectionModel.fit(EXAMPLES).place(title, text) == (None, ())


def test_two_sections_too_close_to_call_are_left_to_the_editor() -> None:
    twins = [Example("A quarry", "Cracks.", "North"), Example("A quarry", "Cracks.", "South")]
    assert SectionModel.fit(twins).place("A quarry", "Cracks.") == (None, ())


@pytest.mark.parametrize("examples", [[], EXAMPLES[:3]])
def test_fewer_than_two_sections_place_nothing(examples: list[Example]) -> None:
    assert SectionModel.fit(examples).place("Court", "Judge") == (None, ())


def test_the_same_examples_teach_the_same() -> None:
    one, other = SectionModel.fit(EXAMPLES), SectionModel.fit(EXAMPLES)
    assert one.place("Snow", "wind on the river") == other.place("Snow", "wind on the river")


def test_many_examples_of_one_section_do_not_draw_the_others_in() -> None:
    more = [Example(f"Court {n}", "The court sat.", "Courts") for n in range(40)]
    section, _ = SectionModel.fit([*EXAMPLES, *more]).place("River", "The water rose in the river.")
    assert section == "Weather"


def test_a_wider_margin_leaves_more_to_the_editor() -> None:
    model = SectionModel.fit(EXAMPLES)
    assert model.place("Court hears lawyer", "The judge listened.", margin=9.0) == (None, ())


def test_words_that_all_unplaced_articles_hold_say_less() -> None:
    both = ("Court and river", "")
    usual = [("A court", "")] * 50
    assert SectionModel.fit(EXAMPLES, usual).place(*both)[0] == "Weather"
    assert SectionModel.fit(EXAMPLES, [("A river", "")] * 50).place(*both)[0] == "Courts"
