"""Serves the desk: one process, and open lines that end when it goes.

In: the application. Out: a server that can be run. It writes no address and no name to a log.
"""

import socket

import uvicorn
from starlette.applications import Starlette


class _Server(uvicorn.Server):
    """A server that tells open lines to end before it waits for them."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End open lines, then whatever else runs."""
        app = self.config.app
        if isinstance(app, Starlette):
            app.state.room.closing = True
        await super().shutdown(sockets)


def server(app: Starlette, *, host: str, port: int) -> uvicorn.Server:
    """A server for this application; it waits two seconds for what runs when it is told to end."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="error",
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    return _Server(config)
