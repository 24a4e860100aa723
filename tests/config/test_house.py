from pathlib import Path

from watchdesk.config import add_sections, create, load, set_house


def test_sections_are_added_once_and_the_file_stays_readable(tmp_path: Path) -> None:
    create(tmp_path, title="The Letter", language="en")
    before = load(tmp_path).sections
    added = add_sections(tmp_path, ["Water & soil", "culture", "Ջուր", "Water & soil"])
    assert added == ("Water & soil", "Ջուր")
    after = load(tmp_path).sections
    assert [(one.key, one.title) for one in after[len(before) :]] == [
        ("water-soil", "Water & soil"),
        ("section", "Ջուր"),
    ]


def test_the_house_style_is_set_and_comments_stay(tmp_path: Path) -> None:
    create(tmp_path, title="The Letter", language="en")
    set_house(tmp_path, sentences=2, links=1)
    assert (load(tmp_path).house.sentences, load(tmp_path).house.links) == (2, 1)
    assert "# ── Sections" in (tmp_path / "desk.toml").read_text(encoding="utf-8")
