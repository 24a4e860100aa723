"""What a person may do on the desk, from looking to naming others.

In: the word in desk.toml. Out: a role that can be compared: each may do what those before it may.
"""

from enum import IntEnum


class Role(IntEnum):
    """Four steps; the higher may all that the lower may."""

    READER = 1
    EDITOR = 2
    APPROVER = 3
    ADMIN = 4


_WORDS = {
    "reader": Role.READER,
    "editor": Role.EDITOR,
    "approver": Role.APPROVER,
    "publisher": Role.APPROVER,
    "admin": Role.ADMIN,
}


def role_of(word: str) -> Role:
    """The role that a word of desk.toml names."""
    return _WORDS[word]
