"""A published issue for another mailer, as files."""

from pathlib import Path

import pytest
from PIL import Image
from tests.pipeline.mailing import NOW, a_mail_desk, configure, in_state, put_issue

from watchdesk.model import GateError, State
from watchdesk.pipeline import issue_numbered, open_desk
from watchdesk.pipeline.exporting import export


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_mail_desk(tmp_path / "desk", port=9)


def exported(folder: Path, out: Path | None = None) -> Path:
    with open_desk(folder, now=NOW) as desk:
        list(export(desk, issue_numbered(desk, 12), out))
    return (out or folder / "handed-over") / "issue-12"


def with_a_logo(folder: Path) -> None:
    Image.new("RGB", (40, 20), "navy").save(folder / "mark.png")
    (folder / "theme.toml").write_text('[logo]\nfile = "mark.png"\nalt = "The mark"\n')


def test_the_files_are_subject_text_html_and_the_pictures_that_it_shows(folder: Path) -> None:
    with_a_logo(folder)
    written = exported(folder)
    (picture,) = (written / "pictures").iterdir()
    html = (written / "mail.html").read_text()
    assert f'src="pictures/{picture.name}"' in html
    assert "cid:" not in html
    assert "Letter, Issue 12" in (written / "subject.txt").read_text()
    assert "The gauge was under repair." in (written / "mail.txt").read_text()


def test_a_reader_leaves_by_the_mailers_own_link_or_there_is_no_such_line(folder: Path) -> None:
    written = exported(folder)
    assert (
        ".invalid" not in (written / "mail.html").read_text() + (written / "mail.txt").read_text()
    )
    configure(folder, hand_over={"leave": "*|UNSUB|*"})
    exported(folder)
    assert 'href="*|UNSUB|*"' in (written / "mail.html").read_text()
    assert "*|UNSUB|*" in (written / "mail.txt").read_text()


def test_a_picture_that_is_shown_no_longer_is_taken_away(folder: Path, tmp_path: Path) -> None:
    with_a_logo(folder)
    written = exported(folder, tmp_path / "out")
    (folder / "theme.toml").unlink()
    exported(folder, tmp_path / "out")
    assert not list(written.glob("pictures/*"))


@pytest.mark.parametrize("state", [State.DRAFT, State.PROVEN, State.APPROVED])
def test_an_issue_that_readers_may_not_have_is_handed_to_nobody(folder: Path, state: State) -> None:
    put_issue(folder, in_state(state))
    with pytest.raises(GateError):
        exported(folder)
    assert not (folder / "handed-over").exists()
