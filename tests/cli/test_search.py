"""The archive is searched by words, phrases and prefixes, and narrowed."""

import pytest
from tests.cli.shell import Shell


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (("ferry",), ["The ferry sails again"]),
        (("harbour office",), ["The market returns", "The ferry sails again"]),
        (("office harbour",), []),
        (("charpen*",), ["Le moulin tourne"]),
        (("charpen",), []),
        (("repare",), []),
        (("reparee",), ["Le moulin tourne"]),
        (("ferry", "OR", "moulin"), ["Le moulin tourne", "The ferry sails again"]),
        (("office", "--", "-ferry"), ["The market returns"]),
        (("office", "--source", "harbour"), ["The market returns", "The ferry sails again"]),
        (("office", "--source", "mill"), []),
        (("moulin", "--language", "fr"), ["Le moulin tourne"]),
        (("moulin", "--language", "en"), []),
        (("office", "--since", "2026-11-21"), ["The market returns"]),
        (("office", "--until", "2026-11-21"), ["The ferry sails again"]),
        (("office", "--most", "1"), ["The market returns"]),
        (('"unfinished', "(AND", "NEAR/2"), []),
    ],
    ids=lambda value: " ".join(value) or "nothing",
)
def test_words_phrases_prefixes_and_bounds(
    well_read: Shell, words: tuple[str, ...], titles: list[str]
) -> None:
    said = well_read("search", "--json", *words)
    assert said.status == 0, said
    found = [row["title"] for row in said.rows()]
    assert sorted(found) == sorted(titles)
    if "moulin" not in words:
        assert found == titles  # newest first


def test_finds_are_shown_with_their_place_and_the_words_marked(well_read: Shell) -> None:
    said = well_read("search", "charpentiers")
    assert "[charpentiers]" in said.out
    assert "mill.localhost" in said.out
    assert well_read("search", "unicorn").out == "Nothing was found.\n"
