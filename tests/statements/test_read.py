import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import an_article

from watchdesk.model import Certainty, Wording
from watchdesk.statements import read


def told(text: str, language: str = "en") -> list[tuple[str, str, str | None, str | None]]:
    """Kind, content, source and speaker of each statement of a text."""
    return [
        (
            one.wording.value,
            " ++ ".join(span.of(text) for span in one.content),
            one.source.of(text) if one.source else None,
            one.speaker.name if one.speaker else None,
        )
        for one in read(an_article(text, language=language)).statements
    ]


@pytest.mark.parametrize(
    ("text", "kind", "content", "source"),
    [
        ("“The road is closed,” said Mara Ilves.", "direct", "The road is closed,", "Mara Ilves"),
        ("“The road is closed,” Mara Ilves said.", "direct", "The road is closed,", "Mara Ilves"),
        ("Mara Ilves said: “The road is closed.”", "direct", "The road is closed.", "Mara Ilves"),
        ("Mara Ilves told reporters, “It is closed.”", "direct", "It is closed.", "Mara Ilves"),
        ("“It is,” she said, “closed for good.”", "direct", "It is, ++ closed for good.", "she"),
        ("“It is closed,” said the mayor. “Go home.”", "direct", "It is closed, ++ Go home.",
         "the mayor"),
        ("“It is closed,” the mayor, who has a cold, said.", "direct", "It is closed,",
         "the mayor, who has a cold"),
        ("“Closed,” said Joren Pell (Merin), head of the office.", "direct", "Closed,",
         "Joren Pell (Merin), head of the office"),
        ("“Is it closed?” Pell asked.", "direct", "Is it closed?", "Pell"),
        ("Ilves said the plan was “a disgrace” and would fail.", "mixed",
         "the plan was “a disgrace” and would fail", "Ilves"),
        ("Ilves said that the road was closed.", "indirect", "that the road was closed", "Ilves"),
        ("Ilves said on Monday that the road was closed.", "indirect", "that the road was closed",
         "Ilves"),
        ("Ilves claimed the road was closed, but nobody saw it.", "indirect",
         "the road was closed", "Ilves"),
        ("The road was closed, the mayor said on Monday.", "indirect", "The road was closed",
         "the mayor"),
        ("According to the police, the road was closed.", "indirect", "the road was closed",
         "the police"),
        ("The road was closed, according to the police.", "indirect", "The road was closed",
         "the police"),
        ("As Ilves said, the road was closed.", "indirect", "the road was closed", "Ilves"),
        ("ILVES: “It is closed.”", "direct", "It is closed.", "ILVES"),
        ("“It is closed.” — Mara Ilves", "direct", "It is closed.", "Mara Ilves"),
        ("“It is closed.” — Mara Ilves, mayor", "direct", "It is closed.", "Mara Ilves, mayor"),
        ("“It is closed.”\n\n- Mara Ilves.", "direct", "It is closed.", "Mara Ilves"),
        ("“PELL: It is closed.”", "direct", "PELL: It is closed.", "PELL"),
        ("A friend replied, “It is closed.”", "direct", "It is closed.", "A friend"),
        ("Mara Ilves, at a rally, said: “Closed.”", "direct", "Closed.", "Mara Ilves"),
        ("“Closed,” the mayor, Dov Pell, a former miner, said.", "direct", "Closed,",
         "the mayor, Dov Pell, a former miner"),
        ("Ilves, speaking at a rally, said: “Closed.”", "direct", "Closed.", "Ilves"),
        ("Ilves named nobody, but told the crowd, “It is closed.”", "direct", "It is closed.",
         "Ilves"),
        ("As one officer told the Merin Post, “It is closed.”", "direct", "It is closed.",
         "one officer"),
        ("“It is closed!” Senator Ana Pell went on.", "direct", "It is closed!",
         "Senator Ana Pell"),
        ("Ilves sent the following note:\n\n“It is closed.”", "direct", "It is closed.", "Ilves"),
        ("In a speech, she declared:\n\n“It is closed.”", "direct", "It is closed.", "she"),
        ("The polls agree – Dov Pell: “It is closed.”", "direct", "It is closed.", "Dov Pell"),
        ("“It is closed,” the letter read.", "direct", "It is closed,", "the letter"),
        ("They carried a sign that said, “It is closed.”", "direct", "It is closed.",
         "a sign that"),
        ("Asked which road she meant, she replied: “It is closed.”", "direct", "It is closed.",
         "she"),
        ("“It is closed,” Dov Pell, M.P., said Tuesday.", "direct", "It is closed,",
         "Dov Pell, M.P"),
        ("Dov Pell (Merin), said, “It is closed.”", "direct", "It is closed.",
         "Dov Pell (Merin)"),
        ("Here in Merin, Ilves named the road, saying, “It is closed.”", "direct",
         "It is closed.", "Ilves"),
        ("Protesters chanted “Open the road!”", "direct", "Open the road!", "Protesters"),
    ],
)  # fmt: skip
def test_a_frame_gives_content_and_source(text: str, kind: str, content: str, source: str) -> None:
    assert [one[:3] for one in told(text)] == [(kind, content, source)]


def test_a_quotation_goes_on_with_who_was_quoted_before() -> None:
    text = "“It is closed,” said Mara Ilves, who noted that Pell denies it. “We will wait.”"
    assert [one[3] for one in told(text) if one[0] == "direct"] == ["Mara Ilves"] * 2


@pytest.mark.parametrize(
    ("language", "text", "kind", "content", "source"),
    [
        ("fr", "« Non », dit-il.", "direct", "Non", "il"),
        ("fr", "« Non », a-t-elle répondu.", "direct", "Non", "elle"),
        ("fr", "Le maire a ajouté que « la route » est fermée.", "mixed",
         "que « la route » est fermée", "Le maire"),
        ("fr", "La route est fermée, selon la police.", "indirect", "La route est fermée",
         "la police"),
        ("fr", "« Non ! » s'est exclamée la députée.", "direct", "Non !", "la députée"),
        ("ru", "«Дорога закрыта, — сказал мэр. — Идите домой».", "direct",
         "Дорога закрыта ++ Идите домой", "мэр"),
        ("ru", "По словам мэра, дорога закрыта.", "indirect", "дорога закрыта", "мэра"),
        ("ru", "Мэр назвал решение «позорным».", "mixed", "решение «позорным»", "Мэр"),
        ("hy", "«Փակ է»,- ընդգծել է քաղաքապետը։", "direct", "Փակ է", "քաղաքապետը"),
        ("hy", "Քաղաքապետի խոսքով՝ ճանապարհը փակ է։", "indirect", "ճանապարհը փակ է",
         "Քաղաքապետի"),
        ("de", "Der Sprecher sagte, er wolle gehen.", "indirect", "er wolle gehen",
         "Der Sprecher"),
        ("de", "Nach Angaben der Polizei wurde niemand verletzt.", "indirect",
         "wurde niemand verletzt", "der Polizei"),
        ("tr", "“Yol kapalı” diye konuştu Vali Can Pell.", "direct", "Yol kapalı",
         "Vali Can Pell"),
    ],
)  # fmt: skip
def test_other_languages_have_frames_of_their_own(
    language: str, text: str, kind: str, content: str, source: str
) -> None:
    assert [one[:3] for one in told(text, language)] == [(kind, content, source)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The so-called “experts” came to St Oren."),
        ("en", "She read “The Long Road Home” on the train."),
        ("en", "The claims of the council were noted."),
        ("ru", "Газета «Мирин» вышла вчера."),
        ("fr", "Le film « La Route » sort mercredi."),
    ],
)
def test_doubted_words_titles_and_nouns_are_no_statements(language: str, text: str) -> None:
    assert told(text, language) == []


def test_signed_quotations_on_lines_of_their_own_are_read_one_by_one() -> None:
    long = "It is closed, and nobody in the valley has told us why for weeks."
    lines = [f"“{long}” — {name}" for name in ("Mara Ilves", "Dov Pell", "Ada Oke")]
    assert [one[2] for one in told("\n".join(lines))] == ["Mara Ilves", "Dov Pell", "Ada Oke"]


def test_a_quotation_that_goes_on_over_paragraphs_is_one_statement() -> None:
    text = "“It is closed,” said Mara Ilves. “It was old.\n\n“We will build another.”"
    ((kind, content, _, speaker),) = told(text)
    assert (kind, speaker) == ("direct", "Mara Ilves")
    assert content == "It is closed, ++ It was old. ++ We will build another."


def test_a_sentence_that_ends_in_a_colon_opens_the_next_paragraph() -> None:
    ((_, content, source, _),) = told("Mara Ilves went on:\n\n“The road is closed.”")
    assert (content, source) == ("The road is closed.", "Mara Ilves")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mara Ilves, chair of the council, spoke. “It is closed,” Ilves said.", ["Mara Ilves"]),
        ("Mara Ilves and Dov Ilves came. “It is closed,” Ilves said.", [None]),
        ("Minister Joren Pell came. “It is closed,” the minister said.", ["Joren Pell"]),
        ("Minister Joren Pell met Minister Ada Oke. “Closed,” the minister said.", [None]),
        ("“Closed,” said Mara Ilves. “Go home,” she added.", ["Mara Ilves", "Mara Ilves"]),
        ("“Closed,” said Mara Ilves. Ada Oke nodded. “Go,” she added.", ["Mara Ilves", None]),
        ("“Closed,” said Mr. Dov Ilves. “Go home,” she added.", ["Dov Ilves", None]),
        ("“Closed,” Pell said.", [None]),
        ("Mara Ilves waits. “Closed,” Ilves's lawyer said.", [None]),
        ("“Closed,” said Mara Ilves of the Civic League.", ["Mara Ilves"]),
        ("“Closed,” the ministry said.", [None]),
        ("“Closed,” an official said.", [None]),
        ("“Closed,” they said.", [None]),
    ],
)
def test_a_speaker_is_resolved_only_where_one_can_be_meant(
    text: str, speakers: list[str | None]
) -> None:
    assert [one[3] for one in told(text)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("en", "“Closed,” said Mara Ilves, chair of the council.", "Mara Ilves",
         "chair of the council"),
        ("en", "“Closed,” said Prime Minister Joren Pell.", "Joren Pell", "Prime Minister"),
        ("fr", "« Non », a dit le ministre de la Culture, Joren Pell.", "Joren Pell",
         "ministre de la Culture"),
        ("ru", "«Нет», — сказал министр культуры Юрий Пелль.", "Юрий Пелль", "министр культуры"),
        ("hy", "«Ոչ»,- ասել է մշակույթի նախարար Արամ Պելյանը։", "Արամ Պելյան",
         "մշակույթի նախարար"),
    ],
)  # fmt: skip
def test_name_and_role_are_those_printed(language: str, text: str, name: str, role: str) -> None:
    (one,) = read(an_article(text, language=language)).statements
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.role) == (name, role)
    assert one.speaker.name_span.of(text) == name
    assert one.speaker.role_span is not None
    assert one.speaker.role_span.of(text) == role


def test_certainty_says_how_the_speaker_is_known() -> None:
    text = "“Closed,” said Mara Ilves. “Go,” Ilves said. “Now,” a guard said."
    found = read(an_article(text)).statements
    assert [one.certainty for one in found] == [
        Certainty.PRINTED,
        Certainty.RESOLVED,
        Certainty.UNKNOWN,
    ]


def test_reading_twice_gives_the_same_ids_and_each_id_once() -> None:
    article = an_article("“Closed,” said Mara Ilves. Ilves said that 12 roads were closed.")
    first, second = read(article), read(article)
    assert first == second
    ids = [one.id for one in first.statements] + [one.id for one in first.figures]
    assert len(set(ids)) == len(ids) == 3


def test_measures_that_the_text_names_are_mentioned() -> None:
    text = "The committee sent H.Res. 279 to the floor."
    assert [one.span.of(text) for one in read(an_article(text)).mentions] == ["H.Res. 279"]


@given(st.text(max_size=200), st.sampled_from([None, "en", "fr", "ru", "hy", "tr", "ar", "xx"]))
def test_any_text_is_read_and_spans_lie_within_it(text: str, language: str | None) -> None:
    text = text.replace("\x00", "")
    found = read(an_article(text, language=language))
    for one in found.statements:
        assert all(span.of(text) for span in one.content)
        assert one.speaker is None or one.speaker.name_span.of(text) == one.speaker.name


PIECES = [
    "“",
    "”",
    "«",
    "»",
    ",",
    ".",
    ":",
    "—",
    "said",
    "Mara",
    "Ilves",
    "she",
    "the",
    "minister",
    "that",
    "“Closed”",
    "and",
    "according",
    "to",
    "(",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["en", "ru", "hy", "tr"]))
def test_any_row_of_frame_words_is_read(parts: list[str], language: str) -> None:
    text = " ".join(parts)
    for one in read(an_article(text, language=language)).statements:
        assert one.wording in Wording
        assert all(span.of(text) for span in one.content)


@pytest.mark.parametrize(
    "part", [" ", "“", '"', "said ", "she said, ", "“a” ", "Mara Ilves ", ", "]
)
def test_a_long_row_takes_linear_time(part: str) -> None:
    started = time.process_time()
    read(an_article(part * (50_000 // len(part)), language="en"))
    assert time.process_time() - started < 5
