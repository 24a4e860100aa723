"""What Alembic runs: the migrations of this folder on the connection that `schema` hands in."""

from alembic import context

from watchdesk.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    version_table="alembic_version",
)
with context.begin_transaction():
    context.run_migrations()
