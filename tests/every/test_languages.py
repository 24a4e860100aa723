from datetime import UTC, date, datetime

import pytest

from watchdesk.model import Article, Bound
from watchdesk.statements import read
from watchdesk.text.dates import find_dates
from watchdesk.text.figures import find_figures
from watchdesk.text.languages import LANGUAGES, Language, guess, language
from watchdesk.text.sentences import sentences
from watchdesk.text.spans import words

PACKS = list(LANGUAGES.values())
STATEMENTS = [(pack, text, told) for pack in PACKS for text, told in pack.examples.statements]
FIGURES = [(pack, text, told) for pack in PACKS for text, told in pack.examples.figures]
DATES = [(pack, text, told) for pack in PACKS for text, told in pack.examples.dates]
FRIDAY = datetime(2026, 11, 20, 9, tzinfo=UTC)
BOUNDS = [(pack, text, told) for pack in PACKS for text, told in pack.examples.bounds]
NEGATIONS = [(pack, text, told) for pack in PACKS for text, told in pack.examples.negations]
SENTENCES = [(pack, text, count) for pack in PACKS for text, count in pack.examples.sentences]


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_a_pack_is_complete(pack: Language) -> None:
    for field in ("cues", "marks", "roles", "units", "bounds", "negations", "abbreviations"):
        assert getattr(pack, field), field
    assert set(pack.months.values()) == set(range(1, 13))
    assert set(pack.weekdays.values()) == set(range(7))
    assert pack.examples.statements
    assert pack.examples.figures
    assert pack.examples.dates
    assert pack.examples.bounds
    assert pack.examples.negations
    assert pack.examples.sentences


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_the_words_of_a_pack_are_in_small_letters(pack: Language) -> None:
    tables = (pack.cues, pack.roles, pack.titles, pack.months, pack.weekdays, pack.units)
    assert [word for table in tables for word in table if word != word.lower()] == []


@pytest.mark.parametrize(("pack", "text", "told"), STATEMENTS)
def test_a_pack_reads_its_example_of_speech(
    pack: Language, text: str, told: tuple[str, str, str, str]
) -> None:
    article = Article(
        id="a", capture_id="c", text=text, language=pack.code, reader="test", version=1
    )
    (one,) = read(article).statements
    assert (
        " ".join(span.of(text) for span in one.content),
        one.cue.of(text) if one.cue else "",
        one.source.of(text) if one.source else "",
        one.speaker.name if one.speaker else "",
    ) == told


@pytest.mark.parametrize(("pack", "text", "told"), FIGURES)
def test_a_pack_reads_its_example_of_a_figure(
    pack: Language, text: str, told: tuple[float, str]
) -> None:
    (one,) = find_figures(text, pack.code)
    assert (one.value, one.unit or "") == told


@pytest.mark.parametrize(("pack", "text", "told"), DATES)
def test_a_pack_reads_its_example_of_a_date(
    pack: Language, text: str, told: tuple[str, str]
) -> None:
    (one,) = find_dates(text, language=pack.code, reference=FRIDAY)
    assert (one.start, one.end) == (date.fromisoformat(told[0]), date.fromisoformat(told[1]))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_the_examples_of_a_pack_show_its_frames(pack: Language) -> None:
    """A quotation, a clause of a verb and a source without one: all languages of news have them."""
    told = [shown for _, shown in pack.examples.statements]
    marks = "".join(mark for pair in pack.marks for mark in pair)
    sources = (*pack.frames.according, *pack.frames.according_after, *pack.frames.second.by)
    named = [cue.lower().startswith(sources) for _, cue, _, _ in told]
    quoted = [any(mark in text for mark in marks) for text, _ in pack.examples.statements]
    assert any(named), "a source without a verb"
    assert any(quoted), "a quotation"
    pairs = zip(named, quoted, told, strict=True)
    assert any(shown[1] and not (name or mark) for name, mark, shown in pairs), "a clause"


@pytest.mark.parametrize(("pack", "text", "told"), BOUNDS)
def test_a_pack_reads_its_example_of_a_bound(pack: Language, text: str, told: Bound) -> None:
    (one,) = find_figures(text, pack.code)
    assert one.bound == told


@pytest.mark.parametrize(("pack", "text", "told"), NEGATIONS)
def test_a_pack_knows_the_word_that_denies(pack: Language, text: str, told: str) -> None:
    assert told in pack.negations
    assert told in [word.low for word in words(text)]


@pytest.mark.parametrize(("pack", "text", "count"), SENTENCES)
def test_a_pack_cuts_its_example_into_sentences(pack: Language, text: str, count: int) -> None:
    assert len(sentences(text, pack.code)) == count


def test_a_code_leads_to_its_pack_and_an_unknown_one_to_none() -> None:
    assert language("FR-ca") is LANGUAGES["fr"]
    assert language("xx").code == ""
    assert language(None).code == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The road to the quarry was closed and the council has said nothing of it.", "en"),
        ("La route de la carrière est fermée et le conseil n'en a rien dit dans la ville.", "fr"),
        ("Дорога закрыта.", "ru"),
        ("Ճանապարհը փակ է։", "hy"),
        ("الطريق مغلق.", "ar"),
        ("", ""),
        ("1234", ""),
    ],
)
def test_a_language_is_told_from_script_and_common_words(text: str, code: str) -> None:
    assert guess(text).code == code
