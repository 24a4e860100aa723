"""What every publisher must be, so that the next one is too."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path

import pytest
from tests.publish.standard import a_publication

from watchdesk.publish import PUBLISHERS, Publisher
from watchdesk.publish.delivery import write

GUIDE = Path(__file__).parents[2] / "docs/add-a-publisher.md"
each = pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.name)


def test_no_two_publishers_have_one_name() -> None:
    names = [publisher.name for publisher in PUBLISHERS]
    assert len(set(names)) == len(names)


def test_no_two_publishers_make_one_file() -> None:
    paths = [file.path for publisher in PUBLISHERS for file in publisher.render(a_publication())]
    assert len(set(paths)) == len(paths)


@each
def test_it_is_told_in_the_guide(publisher: Publisher) -> None:
    assert f"| `{publisher.name}` |" in GUIDE.read_text("utf-8")


@each
def test_its_options_are_frozen_and_explained(publisher: Publisher) -> None:
    options = publisher.options
    assert is_dataclass(options)
    assert not isinstance(options, type)
    assert options.__doc__
    for field in fields(options):
        assert field.name in options.__doc__
        with pytest.raises(FrozenInstanceError):
            setattr(options, field.name, None)


@each
def test_it_makes_the_same_files_again(publisher: Publisher) -> None:
    assert publisher.render(a_publication()) == publisher.render(a_publication())


@each
def test_its_files_have_paths_types_and_bytes(publisher: Publisher) -> None:
    made = publisher.render(a_publication())
    assert made
    for file in made:
        assert not file.path.startswith("/")
        assert ".." not in file.path
        assert "/" in file.media_type
        assert file.body


@each
@pytest.mark.parametrize("language", ["en", "fr", "ru", "hy", "ar", "xx"])
def test_it_speaks_the_language_of_the_issue(publisher: Publisher, language: str) -> None:
    assert publisher.render(a_publication(language=language))


@each
def test_delivered_twice_nothing_changes(publisher: Publisher, tmp_path: Path) -> None:
    files = publisher.render(a_publication())
    for file in files:
        write(file, folder=tmp_path)
    assert {write(file, folder=tmp_path) for file in files} == {"unchanged"}
