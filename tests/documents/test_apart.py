"""A child process takes the blow of a hostile file; we hear of it and go on."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

from checkin.documents.lists.apart import Child, ChildFailed, Waiting


def run_apart(work: Callable[..., Any], data: bytes, *values: object, seconds: float = 30) -> Any:
    """What `work(data, *values)` returns in a process of its own."""
    with Child(work, *values, seconds=seconds) as child:
        child.send(data)
        return child.answer()


class _Deadly:
    """Ends the process that unpickles it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (1,)


def test_the_child_knows_no_window() -> None:
    import PySide6  # noqa: F401  the parent does

    loaded = "sorted(m for m in __import__('sys').modules if m.startswith('PySide6'))"
    assert run_apart(eval, loaded.encode()) == []


def test_a_child_that_never_answers_is_ended() -> None:
    with pytest.raises(ChildFailed, match="time"):
        run_apart(eval, b"__import__('time').sleep(60)", seconds=3)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_child_that_aborts_is_a_failure_and_no_more() -> None:
    with pytest.raises(ChildFailed):
        run_apart(
            eval, f"__import__('os').kill(__import__('os').getpid(), {signal.SIGABRT})".encode()
        )


def test_a_child_that_cannot_start_is_our_fault_and_does_not_block() -> None:
    with pytest.raises(RuntimeError, match="did not start"):
        run_apart(eval, b"x" * 1_000_000, _Deadly())


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_child_cannot_take_all_the_memory() -> None:
    with pytest.raises(ChildFailed):
        run_apart(eval, b"len(bytes(1 << 30))")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_child_has_twenty_seconds_of_the_processor_and_leaves_no_core() -> None:
    limits = b"[__import__('resource').getrlimit(n)[0] for n in (0, 4)]"  # RLIMIT_CPU, RLIMIT_CORE
    assert run_apart(eval, limits) == [20, 0]


def test_a_child_does_not_run_the_main_program_again() -> None:
    """What that imports costs tenths of a second, each time."""
    main = sys.modules["__main__"]
    found = b"sorted(m for m in __import__('sys').modules if 'pytest' in m)"
    assert run_apart(eval, found) == []
    assert sys.modules["__main__"] is main


def test_a_child_that_waits_is_taken_once_and_one_that_died_is_not() -> None:
    waiting = Waiting(eval)
    waiting.prepare()
    waiting.prepare()
    ready = waiting._ready[0]
    taken = waiting.take()
    assert taken is ready
    with taken as child:
        child.send(b"6 * 7")
        assert child.answer() == 42
    waiting.prepare()
    waiting._ready[0]._process.kill()
    waiting._ready[0]._process.join()
    with waiting.take() as child:
        child.send(b"6 * 8")
        assert child.answer() == 48


def test_letters_that_are_none_come_back_as_they_are() -> None:
    assert run_apart(eval, b"chr(0xD800) + chr(0xE9)") == "\ud800é"


def test_work_that_yields_is_answered_piece_by_piece() -> None:
    heard: list[tuple[int, int]] = []
    with Child(eval) as child:
        child.send(b"(list(range(n)) for n in range(3))")
        assert list(child.pieces(lambda *step: heard.append(step))) == [[], [0], [0, 1]]
    assert len(heard) >= 4
    assert set(heard) == {(0, 0)}


def test_a_child_that_nobody_waits_for_any_longer_is_ended_at_once() -> None:
    def enough(*_: int) -> None:
        raise InterruptedError

    child = Child(eval)
    process = child._process.pid
    child.send(b"__import__('time').sleep(60)")
    with pytest.raises(InterruptedError), child:
        list(child.pieces(enough))
    assert process not in [one.pid for one in multiprocessing.active_children()]


def test_a_child_that_dies_between_two_pieces_has_died() -> None:
    with Child(eval) as child:
        child.send(b"(n or __import__('os')._exit(1) for n in (1, 0))")
        pieces = child.pieces()
        assert next(pieces) == 1
        with pytest.raises(ChildFailed) as failed:
            next(pieces)
    assert failed.value.died


def test_all_its_pieces_together_have_the_time_of_one_answer() -> None:
    slowly = b"(__import__('time').sleep(0.4) for _ in range(60))"
    with pytest.raises(ChildFailed, match="time"):
        run_apart(eval, slowly, seconds=3)
