"""What English verbs, adjectives and nouns report beside clauses. All people are invented."""

import pytest
from tests.builders import an_article

from watchdesk.statements import read


def told(text: str) -> list[tuple[str, str | None]]:
    """Content and source of each statement of a text."""
    return [
        (
            " ++ ".join(span.of(text) for span in one.content),
            one.source.of(text) if one.source else None,
        )
        for one in read(an_article(text, language="en")).statements
    ]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Mara Ilves opposes the quarry road.", "the quarry road", "Mara Ilves"),
        ("The council has called for a new vote.", "a new vote", "The council"),
        ("Ilves praised the miners of St. Oren on Monday.", "the miners of St. Oren", "Ilves"),
        ("Pell denied taking the money.", "taking the money", "Pell"),
        ("Pell vowed to close the road.", "to close the road", "Pell"),
        ("The ministry declined to comment on the case.", "to comment on the case",
         "The ministry"),
        ("The ministry declined to say whether Pell would resign.", "whether Pell would resign",
         "The ministry"),
        ("Ilves urged the council to reopen the road.", "the council to reopen the road",
         "Ilves"),
        ("Ilves wants them to leave.", "them to leave", "Ilves"),
        ("Pell accused the guards of beating prisoners.", "the guards of beating prisoners",
         "Pell"),
        ("Pell described the verdict as a farce.", "the verdict as a farce", "Pell"),
        ("Reporters asked Pell how he had paid for it.", "how he had paid for it", "Reporters"),
        ("Ilves told a crowd in Merin that the road was closed.", "that the road was closed",
         "Ilves"),
        ("The villagers are worried about the dam.", "the dam", "The villagers"),
        ("Oke was confident that the court would free him.", "that the court would free him",
         "Oke"),
        ("Ilves repeated her claim that Pell had lied.", "that Pell had lied", "Ilves"),
        ("Pell's criticism of the judges surprised nobody.",
         "the judges surprised nobody", "Pell"),
        ("When Ilves claimed he had lied, the mayor left the room.", "he had lied", "Ilves"),
        ("“We are closed,” the letter reads.", "We are closed,", "the letter"),
        ("“It is a disgrace!” beamed Dov Pell.", "It is a disgrace!", "Dov Pell"),
        ("“It is late,” Ms. Oke said by telephone.", "It is late,", "Ms. Oke"),
        ("In 2010 she said the road was closed.", "the road was closed", "she"),
        ("Pell took the floor and joked, “It is easier.”", "It is easier.", "Pell"),
        ("The trial, which the mayor called “a farce,” ended.", "a farce,", "the mayor"),
        ("Ilves demanded an inquiry and rejected the budget.", "an inquiry", "Ilves"),
    ],
)  # fmt: skip
def test_a_form_reports_what_it_takes(text: str, content: str, source: str) -> None:
    assert told(text)[0] == (content, source)


@pytest.mark.parametrize(
    "text",
    [
        "Pell was accused of theft.",
        "The road was praised by visitors.",
        "There was support for the dam in the valley.",
        "Oke reported from Merin.",
        "The claims that were made are old.",
        "Ilves likes the sea.",
        "He pledged allegiance.",
        "They started “The Long Road” in May.",
    ],
)
def test_passives_nouns_and_bylines_are_no_statements(text: str) -> None:
    assert told(text) == []
