"""Serves the desk: one process, and open lines that end when it goes.

In: the application. Out: a server that can be run. It writes no address and no name to a log.
"""

import socket

import uvicorn
from starlette.applications import Starlette

from watchdesk.model import UsageError


class _Server(uvicorn.Server):
    """A server that tells open lines to end before it waits for them."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End open lines, then whatever else runs."""
        app = self.config.app
        if isinstance(app, Starlette):
            app.state.room.closing = True
        await super().shutdown(sockets)


def listening(host: str, port: int) -> socket.socket:
    """A line on which somebody may knock; `UsageError` where the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageError(
            f"Nobody can listen at {host}, port {port}: {error.strerror}. "
            "Another desk may be open there; --port takes another one."
        ) from error


def server(app: Starlette) -> uvicorn.Server:
    """A server for this application; it waits two seconds for what runs when it is told to end."""
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    return _Server(config)
