"""Work on hostile files, done in a child process that may die without harm."""

import gc
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from threading import Lock, Thread
from types import ModuleType
from typing import Any, Self

from checkin.documents.lists.job_object import limit_by_job

_SECONDS = 20  # of the processor; somebody waits a little longer where others use it too
_PATIENCE = 30.0
_MEMORY = 1 << 30  # bytes of address space
_LONGEST_ANSWER = 512 << 20  # bytes of JSON
_LEAVING = 1.0  # seconds a child has to leave by itself
_BREATH = 0.1  # seconds between two questions whether anybody still waits
_READY, _END = b"ready", b""
Told = Callable[[int, int], object]
_STARTING = Lock()


class ChildFailed(Exception):
    """The child crashed, ran out of memory, or raised; or, where it has not died, out of time."""

    def __init__(self, message: str, *, died: bool = True) -> None:
        super().__init__(message)
        self.died = died


class Child:
    """A process that does `work(data, *values)`; it starts at once, what it needs comes later.

    It is spawned, never forked; its time and memory are limited where the system can, and it
    answers in JSON, so that nothing it was fed can run here. Work that yields is answered in
    pieces, so that the threads beside us run between them.
    """

    def __init__(
        self, work: Callable[..., Any], *values: object, seconds: float = _PATIENCE
    ) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._seconds = seconds
        self._answered = False
        self._ours, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_serve, args=(theirs, work, values), daemon=True)
        with _STARTING, _no_main_program():
            self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ours.close()
        if self._answered:  # nobody waits while it tidies up after itself
            Thread(target=self._end, args=(_LEAVING,), daemon=True).start()
        else:
            self._end(0)

    def _end(self, patience: float) -> None:
        self._process.join(patience)
        self._process.kill()
        self._process.join()
        with suppress(ValueError):  # somebody else has seen to its end, such as ours
            self._process.close()

    @property
    def lives(self) -> bool:
        """Whether it still waits for what it is to do."""
        return self._process.is_alive()

    def send(self, data: bytes, *values: str | None) -> None:
        """Hands the data over as soon as the child is there, with values beside those it has."""
        _await_start(self._ours, self._seconds)
        with _heard():
            self._ours.send_bytes(json.dumps(values).encode())
            self._ours.send_bytes(data)  # not with the arguments: those block where it is dead

    def answer(self) -> Any:
        """What came of it."""
        *_, answer = self.pieces()
        return answer

    def pieces(self, told: Told = lambda *_: None) -> Iterator[Any]:
        """What came of it, piece by piece; `told` is called meanwhile and may raise to end it."""
        left, room = self._seconds, _LONGEST_ANSWER
        while True:
            left = self._await_piece(left, told)
            with _heard():
                piece = self._ours.recv_bytes(room)
            if piece == _END:
                break
            room -= len(piece)
            yield json.loads(piece)
        self._answered = True

    def _await_piece(self, seconds: float, told: Told) -> float:
        """Waits for the next piece; how many of the seconds are left then."""
        begun = time.monotonic()
        while (left := seconds - (time.monotonic() - begun)) > 0:
            told(0, 0)
            with _heard():
                if self._ours.poll(min(left, _BREATH)):
                    return left
        raise ChildFailed("out of time", died=False)


class Waiting:
    """A child kept ready for the next time, so that nobody waits while it starts."""

    def __init__(self, work: Callable[..., Any]) -> None:
        self._work = work
        self._ready: list[Child] = []

    def prepare(self) -> None:
        """Starts a child unless one is ready; it leaves with this process."""
        if not self._ready:
            self._ready.append(Child(self._work))

    def take(self) -> Child:
        """The child that is ready, else a new one."""
        with suppress(IndexError):
            child = self._ready.pop()
            if child.lives:
                return child
            child.__exit__()
        return Child(self._work)


@contextmanager
def _heard() -> Iterator[None]:
    """Where nothing is to be heard any more, the child has died."""
    try:
        yield
    except (EOFError, OSError) as error:
        raise ChildFailed("the child died") from error


@contextmanager
def _no_main_program() -> Iterator[None]:
    """A child runs the file of the main program first, whatever that imports; ours needs none."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _await_start(ours: Connection, seconds: float) -> None:
    """A child that dies before it has seen the data is our fault, not the file's."""
    try:
        if not ours.poll(seconds) or ours.recv_bytes(len(_READY)) != _READY:
            raise RuntimeError("the child process did not start")
    except (EOFError, OSError) as error:
        raise RuntimeError("the child process did not start") from error


def _serve(theirs: Connection, work: Callable[..., Any], values: tuple[object, ...]) -> None:
    _be_quiet()
    _limit()
    gc.disable()  # it leaves soon
    theirs.send_bytes(_READY)
    more = json.loads(theirs.recv_bytes())
    answer = work(theirs.recv_bytes(), *values, *more)
    for piece in answer if isinstance(answer, Iterator) else (answer,):
        text = json.dumps(piece, ensure_ascii=False)
        theirs.send_bytes(text.encode("utf-8", "surrogatepass"))
    theirs.send_bytes(_END)
    theirs.close()


def _be_quiet() -> None:
    """What a crashing parser writes to stderr is not for the user."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _limit() -> None:
    if sys.platform == "win32":
        limit_by_job(_MEMORY, _SECONDS)
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
