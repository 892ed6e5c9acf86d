"""Work on hostile files, done in a child process that may die without harm."""

import json
import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

_SECONDS = 60
_MEMORY = 2 << 30  # bytes of address space
_LONGEST_ANSWER = 512 << 20  # bytes of JSON


class ChildFailed(Exception):
    """The child crashed, ran out of time or memory, or raised."""


def run_apart(work: Callable[..., Any], *values: object, seconds: float = _SECONDS) -> Any:
    """What `work(*values)` returns in a process of its own; the answer must be JSON.

    The child is spawned, never forked; its time and memory are limited where the system can,
    and it answers in JSON, so that nothing it was fed can run here.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_serve, args=(theirs, work, values), daemon=True)
    try:
        child.start()
        theirs.close()
        if not ours.poll(seconds):
            raise ChildFailed("out of time")
        answer = json.loads(ours.recv_bytes(_LONGEST_ANSWER))
        child.join(seconds)
    except (EOFError, OSError) as error:
        raise ChildFailed("the child died") from error
    finally:
        _end(child, ours)
    return answer


def _end(child: multiprocessing.process.BaseProcess, ours: Connection) -> None:
    ours.close()
    if child.pid is not None:
        child.kill()
        child.join()


def _serve(theirs: Connection, work: Callable[..., Any], values: tuple[object, ...]) -> None:
    _be_quiet()
    _limit()
    theirs.send_bytes(json.dumps(work(*values)).encode())
    theirs.close()


def _be_quiet() -> None:
    """What a crashing parser writes to stderr is not for the user."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: _MEMORY,
        resource.RLIMIT_CPU: _SECONDS,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        try:
            resource.setrlimit(limit, (most, most))
        except (OSError, ValueError):  # a stricter limit stands already, or there is none
            continue
