"""Processes of ours for risky work: each with a deadline and a memory limit, killable one by one.

In: an importable function and picklable items, one a call. Out: the function's result, or a `Died`
that says why there is none; a worker's death costs its one item and never the others. Nothing is
tried twice, and no result is judged. Workers start with their first item, are used again, ignore
the terminal's interrupt (the parent decides) and end when the parent does.
"""

from watchdesk.workers.attend import RARELY
from watchdesk.workers.child import Died
from watchdesk.workers.pool import Workers

__all__ = ["RARELY", "Died", "Workers"]
