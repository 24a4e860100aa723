from pathlib import Path

import pytest

from watchdesk.config import Config, add_sources, create, load, set_muted
from watchdesk.model import ConfigError, Source, UsageError
from watchdesk.sources.feed import FeedOptions


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
    assert "desk.toml: sections 'x': unknown key 'wrods'; did you mean 'words'?" in found
    assert "source 'oj': no such kind 'fed'; kinds: feed, folder, page, sitemap, watch" in found
    assert "source 'hc': unknown key 'every_minute'; did you mean 'every_minutes'?" in found
    assert "source 'hc': url: Field required" in found
    assert "source number 3: id: Field required" in found
    assert any(c.startswith("source number 3: every_minutes: Input should be") for c in found)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('titel = "X"', "desk.toml: unknown key 'titel'; did you mean 'title'?"),
        ("[limits]\nconections = 4", "desk.toml: limits: unknown key 'conections'"),
        ('[house]\nsentences = "many"', "desk.toml: house.sentences: Input should be"),
        ('allow_addresses = ["here"]', "desk.toml: allow_addresses: 'here' is not HOST:PORT"),
        ('[[editors]]\nname = "Ada"\nrole = "boss"', "desk.toml: editors[1].role: Input should be"),
        ('title = "unclosed', "desk.toml: "),
        (
            '[[sections]]\nkey = "a"\ntitle = "A"\n[[sections]]\nkey = "a"\ntitle = "B"',
            "section 'a': this name is given twice",
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
