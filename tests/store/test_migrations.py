import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, MetaData, String, Table, create_engine

from watchdesk.model import StoreError
from watchdesk.store import Store, schema
from watchdesk.store.tables import metadata


def differences(path: Path, wanted: MetaData) -> list[object]:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, wanted)
    engine.dispose()
    return [d for d in found if "articles_index" not in str(d) and "spell_boxes" not in str(d)]


def test_the_migrations_build_what_the_schema_says(store: Store) -> None:
    assert differences(store.path, metadata) == []


def test_a_forgotten_column_would_be_seen(store: Store) -> None:
    wanted = MetaData()
    for table in metadata.tables.values():
        table.to_metadata(wanted)
    wanted.tables["captures"].append_column(Column("forgotten", String))
    Table("forgotten", wanted, Column("id", String, primary_key=True))
    assert len(differences(store.path, wanted)) == 2


def test_a_database_without_a_version_is_built_in_place(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    with sqlite3.connect(path) as old:
        old.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    old.close()
    Store.open(tmp_path).close()
    assert differences(path, metadata) == []


def test_a_database_of_a_newer_version_is_refused_with_a_sentence(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with sqlite3.connect(tmp_path / "desk.sqlite") as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999_later'")
    newer.close()
    with pytest.raises(StoreError, match="made by a newer Watchdesk"):
        Store.open(tmp_path)


def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "desk.sqlite").write_bytes(b"this is a letter, not a database" * 40)
    with pytest.raises(StoreError, match="cannot be used"):
        Store.open(tmp_path)


def test_the_newest_migration_is_the_one_that_a_new_database_stands_at(store: Store) -> None:
    engine = create_engine(f"sqlite:///{store.path}")
    assert schema.version_of(engine) == schema.newest()
    engine.dispose()
