from pathlib import Path

from watchdesk.config.subjects import read_subjects


def test_without_a_file_there_are_the_seventeen_top_media_topics(tmp_path: Path) -> None:
    complaints: list[str] = []
    found = read_subjects(tmp_path, complaints)
    assert complaints == []
    assert [one.code for one in found] == [f"medtop:{n:02}000000" for n in range(1, 18)]
    assert all(one.words and one.filed for one in found)


def test_a_desks_own_list_stands_in_its_place(tmp_path: Path) -> None:
    own = '[[subjects]]\ncode = "water"\ntitle = "Water"\nwords = ["river*"]\n'
    (tmp_path / "subjects.toml").write_text(own, encoding="utf-8")
    complaints: list[str] = []
    [only] = read_subjects(tmp_path, complaints)
    assert (only.code, only.words, complaints) == ("water", ("river*",), [])


def test_mistakes_in_the_list_are_named(tmp_path: Path) -> None:
    complaints: list[str] = []
    (tmp_path / "subjects.toml").write_text("[[subjects]]\ncode = 1\n", encoding="utf-8")
    assert read_subjects(tmp_path, complaints) == ()
    assert any("code" in line for line in complaints)
    complaints.clear()
    twice = '[[subjects]]\ncode = "a"\ntitle = "A"\n' * 2
    (tmp_path / "subjects.toml").write_text(twice, encoding="utf-8")
    read_subjects(tmp_path, complaints)
    assert complaints == ["subjects.toml: code 'a': this name is given twice"]
