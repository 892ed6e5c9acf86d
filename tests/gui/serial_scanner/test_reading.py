import errno
import gc
import weakref

import pytest
from serial import Serial, SerialException

from checkin.domain.serial_lines import LONGEST
from checkin.gui.serial_scanner import reading
from checkin.gui.serial_scanner.reading import PortState, SerialReading, state_of


@pytest.fixture
def port(qapp, pty, monkeypatch):
    """A port that is read, with what it said; one that went is tried again soon."""
    monkeypatch.setattr(reading, "AGAIN_S", 0.05)
    made = SerialReading(lambda: str(pty.path), 9600)
    made.heard, made.states = [], []
    made.scanned.connect(made.heard.extend)
    made.told.connect(made.states.append)
    made.begin()
    yield made
    made.end()
    assert not made._reader.thread.is_alive()


@pytest.fixture
def ready(qtbot, port):
    qtbot.waitUntil(lambda: port.states == [PortState.READY])
    return port


def test_lines_become_scans_in_order(qtbot, ready, pty):
    pty.send(b"ONE\r\nTWO\nTHR")
    pty.send(b"EE\r")
    qtbot.waitUntil(lambda: ready.heard == ["ONE", "TWO", "THREE"])


def test_a_line_without_end_is_ended_by_a_pause(qtbot, ready, pty):
    pty.send(b"NO END")
    qtbot.waitUntil(lambda: ready.heard == ["NO END"])
    pty.send(b"NEXT")
    qtbot.waitUntil(lambda: ready.heard == ["NO END", "NEXT"])


def test_noise_and_an_endless_line_are_survived(qtbot, ready, pty):
    noise = bytes(byte for byte in range(256) if byte not in b"\r\n") * 4
    pty.send(noise + b"\r")
    pty.send(b"X" * 3 * LONGEST + b"\r")
    pty.send(b"MA-014\r")
    qtbot.waitUntil(lambda: "MA-014" in ready.heard)
    assert [len(text) <= LONGEST for text in ready.heard] == [True] * len(ready.heard)
    assert ready.heard[1:] == ["X" * LONGEST, "MA-014"]


def test_many_lines_come_piece_by_piece_and_none_is_lost(qtbot, ready, pty):
    texts = [f"CODE {number}" for number in range(300)]
    pty.send("".join(f"{text}\r" for text in texts).encode())
    qtbot.waitUntil(lambda: len(ready.heard) == 300)
    assert ready.heard == texts


def test_a_scanner_that_is_unplugged_is_waited_for(qtbot, ready, pty):
    pty.send(b"BEFORE\r")
    qtbot.waitUntil(lambda: ready.heard == ["BEFORE"])
    pty.unplug()
    qtbot.waitUntil(lambda: ready.states[-1] is PortState.UNPLUGGED)
    pty.plug_in()
    qtbot.waitUntil(lambda: ready.states[-1] is PortState.READY)
    pty.send(b"AFTER\r")
    qtbot.waitUntil(lambda: ready.heard == ["BEFORE", "AFTER"])
    assert ready.states == [PortState.READY, PortState.UNPLUGGED, PortState.READY]


def test_a_port_that_another_program_has_is_taken_once_it_is_free(qtbot, qapp, pty, monkeypatch):
    monkeypatch.setattr(reading, "AGAIN_S", 0.05)
    another = Serial(str(pty.path), exclusive=True)
    made = SerialReading(lambda: str(pty.path), 9600)
    states = []
    made.told.connect(states.append)
    made.begin()
    qtbot.waitUntil(lambda: states == [PortState.BUSY])
    another.close()
    qtbot.waitUntil(lambda: states == [PortState.BUSY, PortState.READY])
    made.end()


def test_nothing_is_said_after_the_end_and_nothing_of_qt_stays(qtbot, ready, pty):
    pty.send(b"UNDER WAY\r")
    ready.end()
    qtbot.wait(1)
    assert ready.heard == []
    reader, signal = ready._reader, weakref.ref(ready)
    assert reader._say is reading._nobody
    assert signal() is ready


def test_a_window_that_goes_while_scans_come_is_survived(qtbot, qapp, pty):
    for _ in range(10):
        made = SerialReading(lambda: str(pty.path), 9600)
        with qtbot.waitSignal(made.told):
            made.begin()
        pty.send(b"CODE\r" * 50)
        made.end()
        made.deleteLater()
        del made
        gc.collect()
    qtbot.wait(1)


def test_an_error_of_the_windows_own_does_not_stop_the_reading(qtbot, ready, pty):
    def fault(texts):
        raise ValueError(texts)

    ready.scanned.connect(fault)
    with qtbot.capture_exceptions() as raised:
        pty.send(b"ONE\r")
        qtbot.waitUntil(lambda: ready.heard == ["ONE"] and len(raised) == 1)
        pty.send(b"TWO\r")
        qtbot.waitUntil(lambda: ready.heard == ["ONE", "TWO"] and len(raised) == 2)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (SerialException(errno.ENOENT, "gone"), PortState.UNPLUGGED),
        (SerialException(errno.EACCES, "not yours"), PortState.FORBIDDEN),
        (SerialException(errno.EAGAIN, "locked"), PortState.BUSY),
        (SerialException(errno.ENOTTY, "no terminal"), PortState.FAULTY),
        (SerialException("could not open port 'COM3': FileNotFoundError(2)"), PortState.UNPLUGGED),
        (SerialException("could not open port 'COM3': PermissionError(13)"), PortState.BUSY),
        (SerialException("returned no data"), PortState.FAULTY),
        (ValueError("odd"), PortState.FAULTY),
    ],
)
def test_why_a_port_cannot_be_used_is_understood(error, state):
    assert state_of(error) is state
