"""`watchdesk serve`: the pages that may face the internet."""

from datetime import datetime
from pathlib import Path

import click

from watchdesk.cli.options import desk_option, now_option


@click.command()
@desk_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8040, show_default=True, help="The port to listen on.")
@now_option
def command(folder: Path, host: str, port: int, now: datetime | None) -> None:
    """Serve the public pages: subscribe, confirm, choose, leave, and the site with its receipts.

    Put a reverse proxy with TLS before it (docs/send.md). It sends the letters to confirm. Neither
    addresses nor links are logged.
    """
    import uvicorn  # noqa: PLC0415 - only this command and the desk serve pages

    from watchdesk.public.app import make_app  # noqa: PLC0415 - the same

    app = make_app(folder, now=now)
    click.echo(f"The public pages are served at http://{host}:{port}/ (Ctrl+C ends it)")
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=200,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=16 * 1024,
    )
