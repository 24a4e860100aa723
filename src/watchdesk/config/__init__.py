"""A desk's files, checked: `desk.toml` (house rules), `sources.toml` (what is watched) and
`theme.toml` (the house look).

In: a desk's folder. Out: one frozen `Config`, or a `ConfigError` with every complaint about all
files at once, each naming its place and, for a typo, the likely cure. Also writes them: a new desk,
added sources, muted ones; comments survive, and a file is written aside and renamed.
"""

from watchdesk.config.files import (
    add_editor,
    add_sources,
    create,
    remove_editor,
    set_muted,
    set_role,
)
from watchdesk.config.house import add_sections, set_house
from watchdesk.config.load import load
from watchdesk.config.post import BouncesTable, DkimKey, MailTable, PublicTable
from watchdesk.config.reference import reference_tables
from watchdesk.config.secret import secret_of
from watchdesk.config.shape import Config, DeskLimits, Editor, HouseRules

__all__ = [
    "BouncesTable",
    "Config",
    "DeskLimits",
    "DkimKey",
    "Editor",
    "HouseRules",
    "MailTable",
    "PublicTable",
    "add_editor",
    "add_sections",
    "add_sources",
    "create",
    "load",
    "reference_tables",
    "remove_editor",
    "secret_of",
    "set_house",
    "set_muted",
    "set_role",
]
