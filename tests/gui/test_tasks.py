"""Work beside the window: what it says arrives in the window's own thread, in order."""

import threading

import pytest

from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.gui.tasks import Job, Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.stop()


def nobody(_: object) -> None:
    raise AssertionError("this was not asked for")


def test_a_value_and_the_progress_before_it_arrive_where_the_window_lives(qtbot, tasks):
    here, heard = threading.get_ident(), []

    def work(job: Job) -> int:
        for done in (1, 2):
            job.step(done, 2)
        return threading.get_ident()

    def told(value: object) -> None:
        heard.append((threading.get_ident(), value))

    tasks.start(work, told, nobody, told)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert {thread for thread, _ in heard} == {here}
    assert [value for _, value in heard[:2]] == [Progress(1, 2), Progress(2, 2)]
    assert heard[2][1] != here
    assert not tasks.running


def test_a_refusal_is_told_as_one(qtbot, tasks):
    heard = []

    def work(_: Job) -> None:
        raise Refused("disk_full", path="x")

    tasks.start(work, nobody, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].code == "disk_full"


def test_a_fault_of_ours_sets_free_who_waits_and_is_raised_for_the_crash_panel(qtbot, tasks):
    heard = []
    with qtbot.captureExceptions() as raised:
        tasks.start(lambda _: 1 / 0, nobody, heard.append)
        qtbot.waitUntil(lambda: bool(raised))
    assert [refused.code for refused in heard] == ["program_fault"]
    assert raised[0][0] is ZeroDivisionError
    assert not tasks.running


def test_nobody_hears_of_work_that_was_cancelled(qtbot, tasks):
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(job: Job) -> None:
        begun.set()
        go_on.wait(10)
        try:
            job.step(1, 2)
        finally:
            ended.set()

    job = tasks.start(work, nobody, nobody, nobody)
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    qtbot.waitUntil(lambda: not tasks.running)


def test_stopping_waits_until_nothing_runs_any_longer(tasks):
    begun, ended = threading.Event(), []

    def work(job: Job) -> None:
        begun.set()
        while not job.cancelled:
            pass
        ended.append(True)

    tasks.start(work, nobody, nobody)
    assert begun.wait(10)
    tasks.stop()
    assert ended == [True]
    tasks.stop()
