"""A long transaction between the window's events: it ends, fails or is dropped, and says so."""

import pytest

from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.gui.long_work import LongWork


@pytest.fixture
def work(qapp):
    made = LongWork()
    yield made
    made.cancel()


def nobody(*_: object) -> None:
    raise AssertionError("this was not asked for")


def test_steps_are_taken_one_by_one_and_the_end_is_told(qtbot, work):
    heard = []
    work.progressed.connect(heard.append)

    def steps():
        yield Progress(1, 2)
        yield Progress(2, 2)

    with qtbot.waitSignal(work.ended):
        assert work.begin(steps(), lambda: heard.append("done"), nobody)
        assert work.running
        assert heard == []
    assert heard == [Progress(1, 2), Progress(2, 2), "done"]
    assert not work.running


def test_the_file_is_given_to_one_at_a_time(qtbot, work):
    with qtbot.waitSignal(work.ended):
        assert work.begin(iter_of(Progress(1, 1)), lambda: None, nobody)
        assert not work.begin(iter_of(), nobody, nobody)


def iter_of(*progress: Progress):
    yield from progress


def test_a_refusal_half_way_is_told_and_frees_the_file(qtbot, work):
    heard = []

    def steps():
        yield Progress(1, 2)
        raise Refused("disk_full", path="x")

    with qtbot.waitSignal(work.ended):
        work.begin(steps(), nobody, heard.append)
    assert heard[0].code == "disk_full"
    assert not work.running


def test_what_is_cancelled_is_closed_so_that_it_can_undo_itself(qtbot, work):
    closed = []

    def steps():
        try:
            while True:
                yield Progress(1, 2)
        finally:
            closed.append(True)

    with qtbot.waitSignal(work.progressed):
        work.begin(steps(), nobody, nobody)
    with qtbot.waitSignal(work.ended):
        work.cancel()
    assert closed == [True]
    work.cancel()


def test_a_fault_of_ours_frees_the_file_and_who_waits_and_is_not_swallowed(qtbot, work):
    heard = []

    def steps():
        yield Progress(1, 2)
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(work.ended):
        work.begin(steps(), nobody, heard.append)
    assert raised[0][0] is ZeroDivisionError
    assert [refused.code for refused in heard] == ["program_fault"]
    assert not work.running
