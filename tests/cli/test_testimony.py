from tests.cli.shell import Shell


def test_a_testimony_goes_in_comes_out_for_a_reason_and_is_destroyed(shell: Shell) -> None:
    (shell.folder.parent / "told.txt").write_text("Orla Fenn told it.\nWe waited.\n")
    said = shell("testimony", "add", "../told.txt", "--consent", "keep", "--as", "Ada")
    entry = said.out.split()[2].rstrip(".")
    assert said.status == 0
    assert "Orla" not in shell("testimony", "list").out + shell("register", "show", entry).out
    assert shell("testimony", "unseal", entry, "--as", "Ada").status == 2
    opened = ("testimony", "unseal", entry, "--reason", "to redact", "--as", "Ada")
    assert shell(*opened).out == "Orla Fenn told it.\nWe waited.\n"
    kept = shell("testimony", "redact", entry, "--keep", "19-29", "--as", "Ada")
    assert kept.out == "[…]\nWe waited.\n"
    refused = shell("testimony", "publish", entry, "--where", "issue 3", "--as", "Ada")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith(f"{entry} stays here. Nobody consented")
    gone = shell("testimony", "withdraw", entry, "--reason", "asked", "--as", "Ada")
    assert "Nothing of it was given out." in gone.out
    assert shell(*opened).status == 3
    assert "key" not in shell("testimony", "list", "--json").out.replace('"key": "destroyed"', "")
