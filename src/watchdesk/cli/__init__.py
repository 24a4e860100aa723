"""The commands: one file each; they read arguments, print events and set the exit status.

What comes in is the command line; what goes out is text for people, or one JSON line an event with
`--json`. Commands hold no rules of their own.
"""

from watchdesk.cli.main import main

__all__ = ["main"]
