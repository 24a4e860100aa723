"""Postfix and Dovecot from Debian on loopback, each with a folder of its own and ports of its own.

Postfix takes the desk's mail, gives what is for velmor.example to a mailbox and everything else to
a sink; a mail that the sink refuses comes back to the mailbox at once. Dovecot serves the mailbox.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwnam

PASSWORD = "loopback"

MAIN = """
compatibility_level = 3.6
queue_directory = {room}/queue
data_directory = {room}/data
maillog_file = {room}/postfix.log
maillog_file_prefixes = {room}
myhostname = mail.velmor.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
recipient_delimiter = +
virtual_mailbox_domains = velmor.example
virtual_mailbox_base = {room}/mail
virtual_mailbox_maps = static:bounces/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
default_transport = smtp:[127.0.0.1]:{sink}
smtp_host_lookup = native
maximal_queue_lifetime = 0
bounce_queue_lifetime = 0
notify_classes =
alias_maps =
alias_database =
"""

MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
showq unix n - n - - showq
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
"""

DOVECOT = """
base_dir = {room}/dovecot
log_path = {room}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:{room}/mail/bounces
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={room}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class Ports:
    """Where the servers listen."""

    smtp: int
    imap: int


def missing() -> str:
    """What keeps these servers from running here; nothing where they can."""
    if os.geteuid() != 0:
        return "mail servers are started by root"
    lacking = [name for name in ("postfix", "dovecot") if shutil.which(name, path=_path()) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


@contextmanager
def serving(sink: int) -> Iterator[Ports]:
    """Both servers, running; mail for elsewhere goes to the port `sink`."""
    room = Path(tempfile.mkdtemp(prefix="watchdesk-mail-"))
    room.chmod(0o755)
    ports = Ports(_free_port(), _free_port())
    _lay_out(room, ports, sink)
    postfix = ["postfix", "-c", str(room / "postfix")]
    dovecot = ["dovecot", "-c", str(room / "dovecot.conf")]
    try:
        _run([*postfix, "start"])
        _run(dovecot)
        for port in (ports.smtp, ports.imap):
            _wait_for(port, room)
        yield ports
    finally:
        for command in ([*postfix, "stop"], ["doveadm", "-c", dovecot[2], "stop"]):
            subprocess.run(command, env=_environment(), check=False, capture_output=True)
        shutil.rmtree(room, ignore_errors=True)


def _lay_out(room: Path, ports: Ports, sink: int) -> None:
    nobody, postfix = getpwnam("nobody"), getpwnam("postfix")
    values = {"room": room, "sink": sink, "uid": nobody.pw_uid, "gid": nobody.pw_gid}
    values |= {"smtp": ports.smtp, "imap": ports.imap, "password": PASSWORD}
    for name in ("postfix", "queue", "data", "mail"):
        (room / name).mkdir()
    os.chown(room / "data", postfix.pw_uid, postfix.pw_gid)
    os.chown(room / "mail", nobody.pw_uid, nobody.pw_gid)
    (room / "postfix" / "main.cf").write_text(MAIN.format(**values))
    (room / "postfix" / "master.cf").write_text(MASTER.format(**values))
    (room / "dovecot.conf").write_text(DOVECOT.format(**values))


def _run(command: list[str]) -> None:
    # A server that goes on in the background keeps what it was given: no pipe, or nobody returns.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            command, env=_environment(), check=False, stdout=said, stderr=said, timeout=30
        )
        said.seek(0)
        assert done.returncode == 0, said.read()


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": _path()}


def _path() -> str:
    return f"{os.environ['PATH']}:/usr/sbin:/sbin"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int, room: Path) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    logs = [path.read_text() for path in room.glob("*.log")]
    raise AssertionError(f"nobody listens at {port}: {logs}")
