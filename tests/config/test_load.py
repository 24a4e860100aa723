from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as some

from watchdesk.config import Config, add_sources, create, load, set_muted
from watchdesk.model import ConfigError, Source, UsageError
from watchdesk.sources import KINDS
from watchdesk.sources.feed import FeedOptions
from watchdesk.sources.page import PageOptions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path / "desk", title="The Velmor Letter", language="en", allow=("127.0.0.1:8800",))
    return tmp_path / "desk"


def complaints(folder: Path) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        load(folder)
    return caught.value.complaints


def add(folder: Path, file: str, text: str) -> None:
    with (folder / file).open("a") as opened:
        opened.write("\n" + text)


def test_a_new_desk_is_well_and_has_sections_in_several_languages(folder: Path) -> None:
    config = load(folder)
    assert config.title == "The Velmor Letter"
    assert config.allowed_addresses == {("127.0.0.1", 8800)}
    words = {word for section in config.sections for word, _ in section.words}
    assert {"parliament*", "парламент*", "խորհրդարան*", "parlement*"} <= words
    assert {section.kind for section in config.sections} == {
        "stories",
        "opinion",
        "photos",
        "briefs",
    }


def test_a_desk_is_not_made_twice_in_one_place(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"a desk in .* already"):
        create(folder, title="Again", language="en")


def test_a_folder_without_a_desk_says_what_to_do(tmp_path: Path) -> None:
    assert "watchdesk init" in complaints(tmp_path)[0]


def test_all_complaints_about_both_files_come_at_once_with_their_cure(folder: Path) -> None:
    add(folder, "desk.toml", '[[sections]]\nkey = "x"\ntitle = "X"\nwrods = {}\n')
    add(
        folder,
        "sources.toml",
        """
        [[sources]]
        id = "oj"
        kind = "fed"
        url = "https://oj.example/feed"
        [[sources]]
        id = "hc"
        kind = "feed"
        every_minute = 5
        [[sources]]
        kind = "feed"
        url = "https://x.example/feed"
        every_minutes = "often"
        """,
    )
    found = complaints(folder)
    assert "desk.toml: sections[11]: unknown key 'wrods'; did you mean 'words'?" in found
    kinds = ", ".join(sorted(kind.name for kind in KINDS))
    assert f"source 'oj': no such kind 'fed'; kinds: {kinds}" in found
    assert "source 'hc': unknown key 'every_minute'; did you mean 'every_minutes'?" in found
    assert "source 'hc': url: Field required" in found
    assert "sources[3]: id: Field required" in found
    assert any(c.startswith("sources[3]: every_minutes: Input should be") for c in found)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('titel = "X"', "desk.toml: unknown key 'titel'; did you mean 'title'?"),
        ("[limits]\nconections = 4", "desk.toml: limits: unknown key 'conections'"),
        ('[house]\nsentences = "many"', "desk.toml: house: sentences: Input should be"),
        ('allow_addresses = ["here"]', "desk.toml: allow_addresses: 'here' is not HOST:PORT"),
        (
            '[[editors]]\nname = "Ada"\nrole = "boss"',
            "desk.toml: editors[1]: role: Input should be",
        ),
        ('title = "unclosed', "desk.toml: "),
        ("a = 1\nb = = 2", "desk.toml: Invalid value (at line 2, column 5)"),
        ('[limits]\nconnections = "4"', "desk.toml: limits: connections: Input should be"),
        ("[limits]\nper_host_delay = -1.0", "desk.toml: limits: per_host_delay: must be 0 or more"),
        ('timezone = "Mars/Olympus"', "desk.toml: timezone: 'Mars/Olympus' is no zone"),
        ('site_url = "weekly.example"', "desk.toml: site_url: 'weekly.example' is no web address"),
        ('allow_addresses = ["h:99999"]', "desk.toml: allow_addresses: 'h:99999' is not HOST:PORT"),
        ('[[editors]]\nname = " "', "desk.toml: editors[1]: name: whoever decides needs a name"),
        ('[[editors]]\nname = "A"\n' * 2, "desk.toml: editor 'A': this name is given twice"),
        (
            '[[sections]]\nkey = "a"\ntitle = "A"\nsources = ["x"]',
            "desk.toml: sections[1]: sources: no source 'x'",
        ),
        (
            '[[sections]]\nkey = "a"\ntitle = "A"\n[[sections]]\nkey = "a"\ntitle = "B"',
            "desk.toml: section 'a': this name is given twice",
        ),
    ],
)
def test_each_mistake_is_named_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "desk.toml").write_text(text)
    assert any(found.startswith(complaint) for found in complaints(tmp_path))


def test_added_sources_come_back_and_comments_survive(folder: Path) -> None:
    add(folder, "sources.toml", "# the valley's own papers")
    herald = Source(
        id="herald",
        kind="feed",
        options=FeedOptions(url="https://herald.example/feed", every_minutes=30),
        title="The Herald",
        language="en",
    )
    add_sources(folder, (herald,))
    config: Config = load(folder)
    assert config.sources == (herald,)
    assert "# the valley's own papers" in (folder / "sources.toml").read_text()


def test_a_source_is_muted_and_speaks_again(folder: Path) -> None:
    options = FeedOptions(url="https://herald.example/feed")
    add_sources(folder, (Source(id="herald", kind="feed", options=options),))
    set_muted(folder, "herald", muted=True)
    assert load(folder).sources[0].muted
    set_muted(folder, "herald", muted=False)
    assert not load(folder).sources[0].muted
    with pytest.raises(UsageError, match="no source 'hearld'"):
        set_muted(folder, "hearld", muted=True)


def test_two_sources_of_one_name_are_a_complaint(folder: Path) -> None:
    options = FeedOptions(url="https://herald.example/feed")
    twins = [Source(id="herald", kind="feed", options=options)] * 2
    add_sources(folder, twins)
    assert complaints(folder) == ("source 'herald': this name is given twice",)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('url = "https://a.example"\ntitle = 7', "source 'a': title: Input should be"),
        ('url = "a.example"', "source 'a': url: 'a.example' is no web address"),
        ('url = "https://[x"', "source 'a': url: 'https://[x' is no web address"),
        ('url = "https://a.example"\nmost = 0', "source 'a': most: must be 1 or more"),
        ('url = "https://a.example"\nlanguage = "English"', "source 'a': language: 'English' is"),
        ('url = "https://a.example"\nmuted = "yes"', "source 'a': muted: Input should be"),
        ('url = "https://a.example"\nmach = "x"', "source 'a': unknown key 'mach'; did you mean"),
    ],
)
def test_a_sources_mistake_is_named_with_its_place(folder: Path, text: str, complaint: str) -> None:
    add(folder, "sources.toml", f'[[sources]]\nid = "a"\nkind = "page"\n{text}\n')
    assert any(found.startswith(complaint) for found in complaints(folder)), complaints(folder)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("sources = 5", "sources.toml: sources: write [[sources]] with two brackets"),
        ("[sources]\nid = 1", "sources.toml: sources: write [[sources]] with two brackets"),
        ("[[source]]\nid = 1", "sources.toml: unknown key 'source'; did you mean 'sources'?"),
        (
            '[[sources]]\nid = "a/b"\nkind = "watch"\nurl = "https://a.example/x.pdf"',
            "source 'a/b': id: letters, digits, '-', '_' and '.' only, at most 60",
        ),
        (
            '[[sources]]\nid = "in"\nkind = "folder"\npath = "papers"',
            "source 'in': path: 'papers' is not absolute; it begins with /",
        ),
    ],
)
def test_a_list_that_cannot_be_meant_is_a_complaint(
    folder: Path, text: str, complaint: str
) -> None:
    (folder / "sources.toml").write_text(text)
    assert complaints(folder) == (complaint,)


def test_a_file_that_is_not_utf8_names_its_line(folder: Path) -> None:
    (folder / "desk.toml").write_bytes(b'title = "A"\ncontact = "caf\xe9"\n')
    assert complaints(folder) == ("desk.toml: line 2 is not UTF-8",)


def test_a_near_name_is_offered_for_a_sections_source(folder: Path) -> None:
    add(folder, "desk.toml", '[[sections]]\nkey = "x"\ntitle = "X"\nsources = ["herld"]\n')
    options = FeedOptions(url="https://herald.example/feed")
    add_sources(folder, (Source(id="herald", kind="feed", options=options),))
    assert complaints(folder) == (
        "desk.toml: sections[11]: sources: no source 'herld'; did you mean 'herald'?",
    )


some_text = some.text(some.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@given(
    title=some_text,
    party=some_text,
    language=some.sampled_from([None, "en", "pt-BR", "hy"]),
    minutes=some.integers(1, 10_000),
    muted=some.booleans(),
)
def test_whatever_is_added_comes_back_the_same(
    title: str, party: str, language: str | None, minutes: int, *, muted: bool
) -> None:
    options = PageOptions(url="https://a.example/", match=party, every_minutes=minutes)
    source = Source(
        id="a",
        kind="page",
        options=options,
        title=title,
        party=party,
        language=language,
        muted=muted,
    )
    with TemporaryDirectory() as folder:
        create(Path(folder), title=title, language="en")
        add_sources(Path(folder), (source,))
        config = load(Path(folder))
        set_muted(Path(folder), "a", muted=not muted)
        again = load(Path(folder))
    assert config.title == title
    assert config.sources == (source,)
    assert again.sources == (replace(source, muted=not muted),)


def test_a_file_that_cannot_be_read_is_a_complaint(folder: Path) -> None:
    (folder / "sources.toml").unlink()
    (folder / "sources.toml").mkdir()
    (found,) = complaints(folder)
    assert "sources.toml cannot be read: Is a directory" in found


def test_sources_are_not_added_to_a_list_that_is_none(folder: Path) -> None:
    (folder / "sources.toml").write_text("[sources]\n")
    options = FeedOptions(url="https://herald.example/feed")
    with pytest.raises(UsageError, match="two brackets"):
        add_sources(folder, (Source(id="herald", kind="feed", options=options),))
