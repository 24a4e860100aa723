"""The inside of a worker process: messages come in through a pipe, answers go out.

It starts with little more than the interpreter; what the work needs is imported when the first
message names it. An exception is an answer; only the parent's end, a limit or a crash end it.
"""

import contextlib
import ctypes
import gc
import os
import pickle
import resource
import signal
import sys
import traceback
from multiprocessing.connection import Connection

_PR_SET_PDEATHSIG = 1

RARELY = (50_000, 20, 20)
"""How often Python looks for rings of garbage. Reading makes and drops trees of thousands of nodes,
nearly all freed by counting, and a run holds values without rings: looking as often as by default
took a tenth of reading and a quarter of grouping."""


def attend(fd: int, parent: int, limit: int) -> None:
    """Answer messages on `fd` until the parent ends; `limit` is address space in bytes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with(parent)
    with contextlib.suppress(ValueError, OSError):  # a stricter limit is already set
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.set_threshold(*RARELY)
    with Connection(fd) as pipe, contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))


def know(call: object) -> None:
    """A first message: reading it has imported the module of `call`, outside any deadline."""
    del call


def sentence(error: BaseException) -> str:
    """An exception in one line: its type, and its text where it has one."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _answer(message: bytes) -> bytes:
    try:
        call, item = pickle.loads(message)  # noqa: S301 - the parent wrote it
        return pickle.dumps((True, call(item)), protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - a bug in the work is a value for the parent
        return pickle.dumps((False, (sentence(error), traceback.format_exc())))


def _die_with(parent: int) -> None:
    """End with the parent; elsewhere than on Linux the closed pipe alone must do."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before we could ask
        raise SystemExit
