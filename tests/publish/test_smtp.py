"""One line to a mail server: sender and reader are named at once where the server takes that."""

import socket
from threading import Thread

import pytest

from watchdesk.publish.delivery.smtp import Line, Reply, Server

ANSWERS = {"EHLO": "250-here\r\n250 PIPELINING", "QUIT": "221 bye"}


def said_to(answers: dict[str, str], heard: list[str]) -> Server:
    """A server that answers each command so, but MAIL only together with RCPT."""
    door = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _ = door.accept()
        with door, line, line.makefile("rb") as file:
            line.sendall(b"220 here\r\n")
            waiting = ""
            for word in file:
                heard.append(word.decode().split(":")[0].strip())
                waiting += {**ANSWERS, **answers}.get(word[:4].decode().upper(), "250 ok") + "\r\n"
                if word[:4] != b"MAIL":
                    line.sendall(waiting.encode())
                    waiting = ""

    Thread(target=serve, daemon=True).start()
    return Server(host="127.0.0.1", port=door.getsockname()[1], security="none", seconds=10)


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        ({}, ("RCPT", Reply(250, "ok"))),
        ({"RCPT": "550 nobody"}, ("RCPT", Reply(550, "nobody"))),
        ({"MAIL": "451 later", "RCPT": "503 who?"}, ("MAIL", Reply(451, "later"))),
    ],
)
def test_both_names_go_at_once_and_each_answer_is_taken_for_its_own(
    answers: dict[str, str], wanted: tuple[str, Reply]
) -> None:
    heard: list[str] = []
    with Line(said_to(answers, heard)) as line:
        assert line.offer("weekly@velmor.example", "ana@readers.example") == wanted
        assert line.offer("weekly@velmor.example", "ana@readers.example") == wanted
    assert heard[1:5] == ["MAIL FROM", "RCPT TO"] * 2
