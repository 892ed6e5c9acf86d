"""Garbage goes in the window's thread, whoever makes objects."""

import gc
from threading import Thread, current_thread

import pytest

from checkin.gui.collector import Collector


class Ring:
    """Something that only a collector finds."""

    def __init__(self, gone: list[str]) -> None:
        self.own, self.gone = self, gone

    def __del__(self) -> None:
        self.gone.append(current_thread().name)


@pytest.fixture
def thresholds():
    """Low ones, and the usual ones afterwards."""
    before = gc.get_threshold()
    gc.set_threshold(5, 2, 2)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def make(gone: list[str]) -> None:
    kept = [Ring(gone) for _ in range(200)]
    del kept


@pytest.mark.usefixtures("thresholds")
def test_what_a_worker_leaves_is_collected_here(qtbot, qapp):
    gone: list[str] = []
    collector = Collector()
    collector.begin()
    worker = Thread(target=make, args=(gone,), name="worker")
    worker.start()
    worker.join()
    assert gone == []
    collector.look()
    assert set(gone) == {current_thread().name}
    assert len(gone) == 200


@pytest.mark.usefixtures("thresholds")
def test_the_old_are_looked_at_now_and_then(qapp):
    gone: list[str] = []
    collector = Collector()
    collector.begin()
    kept = [Ring(gone) for _ in range(10)]
    for _ in range(2):
        gc.collect(1)  # they are old now
    kept.clear()
    more: list[list[object]] = []
    for _ in range(40):
        more += [[] for _ in range(10)]
        collector.look()
    assert len(gone) == 10


def test_nothing_is_done_where_nothing_was_made(qapp, qtbot):
    collector = Collector()
    collector.begin()
    gc.collect()
    before = gc.get_count()[1:]
    collector.look()
    assert gc.get_count()[1:] == before
    gc.unfreeze()
