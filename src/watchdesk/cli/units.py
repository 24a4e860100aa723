"""`watchdesk units`: what systemd needs to run a desk on a server."""

import sys
from pathlib import Path

import click

from watchdesk.cli.options import desk_option
from watchdesk.config import load
from watchdesk.model import UsageError

SERVICE = """\
[Unit]
Description={title}: {what}
Wants=network-online.target
After=network-online.target

[Service]
Type={kind}
User={user}
WorkingDirectory={folder}
ExecStart={program} {words}
# Passwords of mail servers and keys of interfaces, one NAME=VALUE a line; nobody else reads it.
EnvironmentFile=-{folder}/environment
{restart}NoNewPrivileges=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={folder}
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictSUIDSGID=yes
UMask=0077
"""

TIMER = """\
[Unit]
Description={title}: {what}

[Timer]
OnCalendar={when}
RandomizedDelaySec=300
Persistent=true

[Install]
WantedBy=timers.target
"""

WANTED = "\n[Install]\nWantedBy=multi-user.target\n"
ALWAYS = "Restart=on-failure\nRestartSec=10\n"


@click.command()
@click.argument("target", type=click.Path(path_type=Path, file_okay=False), required=False)
@click.option("--user", default="watchdesk", show_default=True, help="The user that it runs as.")
@click.option("--run", "when", default="hourly", show_default=True, help="When sources are read.")
@desk_option
def command(target: Path | None, user: str, when: str, folder: Path) -> None:
    """Write systemd units for the run, the desk, the public pages and the bounces into TARGET.

    TARGET is 'units' in the desk's folder if left out. How they are installed is printed.
    """
    config = load(folder)
    place = (folder / "units" if target is None else target).resolve()
    place.mkdir(parents=True, exist_ok=True)
    units = _units(_plain(config.title), folder.resolve(), user, when)
    for name, text in units.items():
        (place / name).write_text(text, encoding="utf-8")
        click.echo(place / name)
    started = " ".join(name for name, text in units.items() if "[Install]" in text)
    click.echo(f"sudo cp {place}/watchdesk-* /etc/systemd/system/ && sudo systemctl daemon-reload")
    click.echo(f"sudo systemctl enable --now {started}")


def _units(title: str, folder: Path, user: str, when: str) -> dict[str, str]:
    """The text of each unit by its file's name."""
    if any(char.isspace() or char in "%\"'\\" for char in f"{folder}{user}{sys.executable}"):
        raise UsageError("systemd takes no spaces, quotes or % in the desk's folder or the user.")
    common = {
        "title": title,
        "folder": folder,
        "user": user,
        "program": f"{sys.executable} -m watchdesk",
    }
    run = {"what": "read the sources and draft the issue", "words": "run"}
    back = {"what": "read what came back", "words": "send bounces"}
    once = {"kind": "oneshot", "restart": ""}
    lasting = {"kind": "exec", "restart": ALWAYS}
    desk = {"what": "the editors' page", "words": "desk"}
    serve = {"what": "the public pages", "words": "serve"}
    return {
        "watchdesk-run.service": SERVICE.format(**common, **run, **once),
        "watchdesk-run.timer": TIMER.format(title=title, what=run["what"], when=when),
        "watchdesk-bounces.service": SERVICE.format(**common, **back, **once),
        "watchdesk-bounces.timer": TIMER.format(title=title, what=back["what"], when="hourly"),
        "watchdesk-desk.service": SERVICE.format(**common, **desk, **lasting) + WANTED,
        "watchdesk-serve.service": SERVICE.format(**common, **serve, **lasting) + WANTED,
    }


def _plain(title: str) -> str:
    """A title that cannot begin a line of its own, nor one of systemd's own words."""
    return " ".join(title.split()).replace("%", "%%")
