"""What cannot go on: one sentence for the operator, one exit status for each branch.

DeskError                 1   something that stops the command
├── GateError             1   the gate blocks, or a check fails
├── UsageError            2   the command was called wrongly
│   └── ConfigError       2   desk.toml or sources.toml is wrong; holds every complaint
└── WorldError            3   the world is not as needed (disk, lock, port, missing file)
    ├── StoreError        3   the database cannot be used
    └── ArchiveError      3   evidence on disk does not match
"""


class DeskError(Exception):
    """Stops the command; its text is what the operator reads."""

    exit_status = 1


class GateError(DeskError):
    """The gate blocks, or a check failed."""


class UsageError(DeskError):
    """The command was called wrongly."""

    exit_status = 2


class ConfigError(UsageError):
    """A file of the desk is wrong: all complaints at once."""

    def __init__(self, complaints: tuple[str, ...]) -> None:
        self.complaints = complaints
        super().__init__("\n".join(complaints))


class WorldError(DeskError):
    """The world is not as needed."""

    exit_status = 3


class StoreError(WorldError):
    """The database cannot be used."""


class ArchiveError(WorldError):
    """Evidence on disk does not match what the store says of it."""
