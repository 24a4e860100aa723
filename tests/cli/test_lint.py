from email.message import EmailMessage

from tests.cli.shell import Shell
from tests.publish.standard import a_publication

from watchdesk.publish import MailOptions, mail_of

MAIL = mail_of(a_publication(), options=MailOptions(pictures="none"))


def written(shell: Shell, html: str) -> None:
    message = EmailMessage()
    message.set_content(MAIL.text)
    message.add_alternative(html, subtype="html")
    (shell.folder / "letter.eml").write_bytes(bytes(message))
    desk = shell.folder / "desk.toml"
    lines = [line for line in desk.read_text().splitlines() if not line.startswith("site_url")]
    desk.write_text("\n".join(['site_url = "https://letter.example/"', *lines]))


def test_a_mail_that_is_well_goes_and_names_the_tests_it_was_held_to(shell: Shell) -> None:
    written(shell, MAIL.html)
    said = shell("lint", "letter.eml")
    assert said.status == 0, said.out
    assert "[look] overflow-wrap (an addition" in said.out
    assert said.out.splitlines()[-1].startswith("0 stop it, ")
    assert "caniemail 2" in said.out


def test_a_fault_stops_it_with_a_row_for_other_programs(shell: Shell) -> None:
    written(shell, MAIL.html.replace("<h1", "<h2", 1))
    said = shell("lint", "letter.eml", "--json")
    assert said.status == 1
    first = said.rows()[0]
    assert (first["rule"], first["stops"]) == ("headings", True)


def test_the_desks_own_table_of_programs_is_asked(shell: Shell) -> None:
    written(shell, MAIL.html)
    table = shell.folder / "clients.toml"
    table.write_text('[weights]\n"gmail mobile-webmail" = 1\n')
    assert "<style> element" in shell("lint", "letter.eml").out
    table.write_text('[weights]\n"gmail" = 1\n')
    said = shell("lint", "letter.eml")
    assert (said.status, said.err) == (2, "clients.toml: weights: no test names 'gmail'\n")


def test_a_file_or_issue_that_is_not_there_is_said(shell: Shell) -> None:
    assert "neither the number of an issue nor a file" in shell("lint", "gone.html").err
    assert "no issue yet" in shell("lint").err


def test_a_drafted_issue_is_looked_over_before_it_is_proven(well_read: Shell) -> None:
    assert well_read("draft").status == 0
    said = well_read("lint", "1")
    assert "[look]" in said.out
    assert "give desk.toml a site_url" in said.out
