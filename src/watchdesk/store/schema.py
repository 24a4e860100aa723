"""Bring a database to today's schema by the migrations of this folder, forward only.

Alembic costs a second to import, so it is asked only where the version differs from the newest
file's name.
"""

import shutil
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, inspect, text

from watchdesk.model import StoreError
from watchdesk.store.tables import metadata


def newest() -> str:
    """The name of the newest migration."""
    folder = resources.files("watchdesk.store") / "migrations"
    names = [f.name[:-3] for f in folder.iterdir() if f.name[:4].isdigit()]
    return max(names)


def version_of(engine: Engine) -> str | None:
    """The migration a database stands at, None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Run the missing migrations, after a copy of an existing database was put aside."""
    current, wanted = version_of(engine), newest()
    if current == wanted:
        return
    if current is not None:
        if current > wanted:
            raise StoreError(f"The database {path} was made by a newer Watchdesk ({current}).")
        shutil.copy2(path, path.with_name(f"{path.name}.before-{wanted}"))
    upgrade(engine)


def upgrade(engine: Engine) -> None:
    """Run the missing migrations, all in one transaction."""
    from alembic.config import Config  # noqa: PLC0415 - a second of import, needed rarely
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    folder = "watchdesk.store:migrations"
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", folder)
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: Any, _context: Any) -> Any:
        # What `alembic upgrade head` itself asks for; without its env.py there is no public door.
        return scripts._upgrade_revs("head", revision)  # noqa: SLF001

    with (
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
        EnvironmentContext(config, scripts, fn=steps) as environment,
    ):
        environment.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=True,
            transactional_ddl=True,
        )
        environment.run_migrations()
