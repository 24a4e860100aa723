from pathlib import Path

from click.testing import CliRunner
from tests.pipeline.mailing import a_mail_desk
from tests.pipeline.sink import a_sink

from watchdesk.cli.main import commands


def said(folder: Path, *words: str, status: int = 0) -> str:
    done = CliRunner().invoke(commands, [*words, "--desk", str(folder)])
    assert done.exit_code == status, done.output
    return done.output


def test_a_reader_is_taken_in_listed_suppressed_and_forgotten(tmp_path: Path) -> None:
    folder = a_mail_desk(tmp_path / "desk", port=1)
    words = ("subscribers", "add", "ada@lake.example", "--how", "form at the fair")
    assert "taken in" in said(folder, *words)
    assert "on the list already" in said(folder, *words)
    assert "1 confirmed" in said(folder, "subscribers", "list")
    assert "form at the fair" in said(folder, "subscribers", "export")
    said(folder, "subscribers", "suppress", "ada@lake.example", "--why", "asked us to")
    assert "asked us to" in said(folder, "subscribers", "list")
    said(folder, "subscribers", "suppress", "ada@lake.example", "--lift")
    said(folder, "subscribers", "remove", "ada@lake.example")
    assert "ada@lake.example" not in said(folder, "subscribers", "list")


def test_a_list_is_imported_from_a_file_line_by_line(tmp_path: Path) -> None:
    folder = a_mail_desk(tmp_path / "desk", port=1)
    path = tmp_path / "list.csv"
    path.write_text("\ufeffaddress\nada@lake.example\nnobody\n", encoding="utf-8")
    proof = ("--how", "signed list of May", "--when", "2026-05-03")
    out = said(folder, "subscribers", "import", str(path), *proof)
    assert "list.csv:3: no mail address" in out
    assert "1 taken in, 1 refused" in out


def test_how_far_an_issue_has_gone_is_told(tmp_path: Path) -> None:
    folder = a_mail_desk(tmp_path / "desk", port=1)
    assert "Issue 12: not sent yet" in said(folder, "send", "status")
    assert '"counts": {}' in said(folder, "send", "status", "12", "--json")


def test_the_way_from_an_empty_list_to_a_sent_issue(tmp_path: Path) -> None:
    with a_sink() as sink:
        folder = a_mail_desk(tmp_path / "desk", port=sink.port)
        said(folder, "send", "12", "--to", "ada@velmor.example")
        for name in ("ben", "cem"):
            said(folder, "subscribers", "add", f"{name}@lake.example", "--how", "a form")
        sink.drop["cem@lake.example"] = 1
        assert "is unknown: the line to the server broke" in said(folder, "send", "12", status=1)
        assert "unknown  cem@lake.example" in said(folder, "send", "status", "12")
        words = ("send", "resolve", "12", "cem@lake.example", "--sent", "--as", "Ada")
        assert "1 decided by Ada" in said(folder, *words)
        said(folder, "send", "issue", "12")
    assert set(sink.received().values()) == {1}
    assert len(sink.mails) == 3
