"""What the desk says is said in every language, with the same places to fill."""

import string

from watchdesk.desk.catalogue import LOCALES, Forms, tables
from watchdesk.registers import REGISTERS


def places(text: Forms) -> set[str | None]:
    forms = [text] if isinstance(text, str) else text.values()
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def test_every_language_has_the_same_words_with_the_same_places() -> None:
    spoken = tables()
    for language in LOCALES:
        assert spoken[language].keys() == spoken["en"].keys()
        for key, text in spoken[language].items():
            assert places(text) == places(spoken["en"][key]), key
            assert isinstance(text, str) == isinstance(spoken["en"][key], str), key
            assert isinstance(text, str) or "other" in text, key


def test_no_sentence_is_left_untranslated() -> None:
    spoken = tables()
    same = [
        key
        for key, text in spoken["en"].items()
        if isinstance(text, str) and len(text.split()) > 3 and text == spoken["fr"][key]
    ]
    assert same == []


def test_every_register_has_a_name_on_the_desk() -> None:
    assert all(f"registers.name_{one.name}" in tables()["en"] for one in REGISTERS)
