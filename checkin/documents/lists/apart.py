"""Work on hostile files, done in a child process that may die without harm."""

import json
import multiprocessing
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

_SECONDS = 60
_MEMORY = 2 << 30  # bytes of address space
_LONGEST_ANSWER = 512 << 20  # bytes of JSON
_LEAVING = 1.0  # seconds a child has to leave by itself
_READY = b"ready"


class ChildFailed(Exception):
    """The child crashed, ran out of time or memory, or raised."""


def run_apart(
    work: Callable[..., Any], data: bytes, *values: object, seconds: float = _SECONDS
) -> Any:
    """What `work(data, *values)` returns in a process of its own; the answer must be JSON.

    The child is spawned, never forked; its time and memory are limited where the system can,
    and it answers in JSON, so that nothing it was fed can run here.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    child = spawn.Process(target=_serve, args=(theirs, work, values), daemon=True)
    child.start()
    theirs.close()
    try:
        _await_start(ours, seconds)
        answer = _answer(ours, data, seconds)
        child.join(_LEAVING)
    except (EOFError, OSError) as error:
        raise ChildFailed("the child died") from error
    finally:
        ours.close()
        _end(child)
    return answer


def _await_start(ours: Connection, seconds: float) -> None:
    """A child that dies before it has seen the data is our fault, not the file's."""
    try:
        if not ours.poll(seconds) or ours.recv_bytes(len(_READY)) != _READY:
            raise RuntimeError("the child process did not start")
    except (EOFError, OSError) as error:
        raise RuntimeError("the child process did not start") from error


def _answer(ours: Connection, data: bytes, seconds: float) -> Any:
    ours.send_bytes(data)  # not with the arguments: those block where the child is dead
    if not ours.poll(seconds):
        raise ChildFailed("out of time")
    return json.loads(ours.recv_bytes(_LONGEST_ANSWER))


def _end(child: BaseProcess) -> None:
    child.kill()
    child.join()
    child.close()


def _serve(theirs: Connection, work: Callable[..., Any], values: tuple[object, ...]) -> None:
    _be_quiet()
    _limit()
    theirs.send_bytes(_READY)
    answer = work(theirs.recv_bytes(), *values)
    theirs.send_bytes(json.dumps(answer).encode())
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
        with suppress(OSError, ValueError):  # a stricter limit stands already, or there is none
            resource.setrlimit(limit, (most, most))
