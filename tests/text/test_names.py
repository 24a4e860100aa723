"""Which words of a text are names, and which spellings fit one person."""

from pathlib import Path

import pytest

from watchdesk.text.letters import transliterate
from watchdesk.text.names import find_names, similarity

ONE = 0.8  # from here on the command's users may take two spellings for one person


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mara Ilves met Ludwig von der Aue.", ["Mara Ilves", "Ludwig von der Aue"]),
        ("On Monday in May she saw Mr. Pell’s aide.", ["Pell"]),
        ("However, NATO and the U.S. agreed.", ["NATO", "U.S."]),
        ("Police met J. R. Smith in St. Oren.", ["J. R. Smith", "St. Oren"]),
        ("Pell spoke. Then Joren Pell left.", ["Pell", "Joren Pell"]),
        ("Pell spoke. Then they left.", []),
        ("Pell spoke, and then Pell left.", ["Pell", "Pell"]),
        ("Roads are closed. “We stay,” they said.", []),
        ("Никол Пашинян приехал в Гюмри. Он выступил.", ["Никол Пашинян", "Гюмри"]),
        ("Նա հանդիպել է Արամ Մելքոնյանի հետ։", ["Արամ Մելքոնյանի"]),
        ("Ο Κυριάκος Μητσοτάκης μίλησε στην Αθήνα.", ["Ο Κυριάκος Μητσοτάκης", "Αθήνα"]),
        ("ნინო ბურჯანაძე თბილისში", []),
        ("", []),
    ],
)
def test_names_are_found_by_their_capitals(text: str, names: list[str]) -> None:
    assert [span.of(text) for span in find_names(text)] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anahit Melkonyan", "Անահիտ Մելքոնյան"),
        ("Anahit Melkonyan", "Анаит Мелконян"),
        ("Anahit Melkonyan", "MELKONIAN, Anahit"),
        ("Anahit Melkonyan", "A. Melkonyan"),
        ("Leyla Quliyeva", "Лейла Гулиева"),
        ("Xədicə İsmayılova", "Khadija Ismayilova"),
        ("Giorgi Lomidze", "გიორგი ლომიძე"),
        ("Giorgi Lomidze", "Георгий Ломидзе"),
        ("Yannis Papadakis", "Γιάννης Παπαδάκης"),
        ("Samir Abd al-Rahman", "سمير عبد الرحمن"),
        ("Samir Abd al-Rahman", "Samir Abdulrahman"),
        ("Volodymyr Kravchenko", "Владимир Кравченко"),
        ("Ivan Petrov", "Иван Сергеевич Петров"),
        ("Levon Ter-Grigoryan", "Levon Ter Krikorian"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Rauf İbad oğlu", "Rauf Ibadoghlu"),
    ],
)
def test_spellings_of_one_person_are_near(one: str, other: str) -> None:
    assert similarity(one, other) >= ONE
    assert similarity(one, other) == similarity(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anahit Melkonyan", "Anna Melkonyan"),
        ("Anahit Melkonyan", "Anahit Manukyan"),
        ("Rauf Safarov", "Rauf Safarli"),
        ("Armen Tatoyan", "Arman Tatoyan"),
        ("Mohammed al-Harbi", "Mahmoud al-Harbi"),
        ("Mohammed al-Harbi", "Ahmed al-Harbi"),
        ("Rashad Safarov", "Rashid Safarov"),
        ("Ivan Petrov", "Ivan Petrenko"),
        ("Artur Galstyan", "Artur Galstanyan"),
        ("Aziz Orujov", "Aziz Orucov Samadov"),
        ("B. Melkonyan", "Anahit Melkonyan"),
        ("Anahit Melkonyan", ""),
    ],
)
def test_different_people_are_kept_apart(one: str, other: str) -> None:
    assert similarity(one, other) < ONE


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Վահագն Խաչատրյան", "Vahagn Khachatryan"),
        ("Владимир Щукин", "Vladimir Shchukin"),
        ("Юлія Тимошенко", "Yuliya Tymoshenko"),
        ("ნინო ბურჯანაძე", "Nino Burjanadze"),
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
        ("Bəhruz Çələbi", "Bahruz Chalabi"),
        ("Jean-Luc", "Jean-Luc"),
    ],
)
def test_letters_are_written_as_english_news_would(name: str, latin: str) -> None:
    assert transliterate(name) == latin


PAIRS = [
    line.split("\t")
    for line in Path("tests/cases/names/pairs.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
ASKED = 0.7  # from here on an editor is asked whether two are one


@pytest.mark.parametrize(("habit", "same", "one", "other"), PAIRS)
def test_one_person_is_asked_about_and_two_are_not(
    habit: str, same: str, one: str, other: str
) -> None:
    assert (similarity(one, other) >= ASKED) is (same == "+"), habit
    assert similarity(one, other) == similarity(other, one)
