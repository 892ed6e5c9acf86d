import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest
from PySide6.QtCore import QProcess, Qt

from checkin.domain.sound import Sound
from checkin.domain.token import make_token
from checkin.domain.verdict import Verdict
from checkin.gui.look.marks import OFF, OK
from checkin.gui.reception.card import VerdictCard
from checkin.gui.sounds import playing as playing_module
from checkin.gui.sounds.desk_sounds import MUTED
from checkin.gui.sounds.playing import Playing
from tests.cli.command import environment
from tests.rules.source import ROOT


@pytest.fixture
def sounds(window):
    return window.sounds


def test_nothing_is_loaded_before_an_idle_moment(window, sounds, qtbot):
    assert sounds.lamp is None
    qtbot.waitUntil(sounds.idle.isActive)
    sounds.idle.start(10)
    qtbot.waitUntil(lambda: sounds.lamp is not None)
    assert not sounds.idle.isActive()
    qtbot.waitUntil(lambda: sounds.lamp.text in ("on", "no loudspeaker"), timeout=30_000)


def test_each_outcome_has_its_sound(window, sounds, type_in, tokens, qtbot):
    sounds.load()
    one = next(iter(tokens.values()))
    for text, sound in [
        (one, Sound.WELCOME),
        (make_token(bytes(8), b"another meeting's key"), Sound.STOP),
        (one[:-4], Sound.AGAIN),
    ]:
        type_in(text)
        if window.page.answer.verdict is Verdict.WELCOME and window.page.answer.delegate.attention:
            sound = Sound.ATTENTION
        qtbot.waitUntil(lambda sound=sound: sounds.last is sound)
    qtbot.keyClick(window.page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sounds.last is Sound.UNDO)


def test_a_sound_comes_after_its_card_is_painted(window, sounds, type_in, tokens, qtbot):
    order = []
    window.page.card.paintEvent = lambda event: (
        order.append("painted"),
        VerdictCard.paintEvent(window.page.card, event),
    )
    play = sounds.play
    sounds.play = lambda sound: (order.append("sound"), play(sound))
    type_in(next(iter(tokens.values())))
    assert order == ["painted"]
    qtbot.waitUntil(lambda: "sound" in order)


def test_the_mute_is_said_remembered_and_leaves_the_card(
    window, sounds, desk, type_in, tokens, qtbot
):
    mute = (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.page.field, *mute)
    assert desk.preferences.text(MUTED) == "yes"
    assert (sounds.lamp.mark, sounds.lamp.text) == (OFF, "off, Ctrl+M")
    assert sounds.playing is None
    type_in(next(iter(tokens.values())))
    assert window.page.answer.verdict is Verdict.WELCOME
    qtbot.keyClick(window.page.field, *mute)
    assert not sounds.muted
    qtbot.waitUntil(lambda: sounds.lamp.text in ("on", "no loudspeaker"), timeout=30_000)
    assert sounds.lamp.mark == (OK if sounds.lamp.text == "on" else OFF)


def test_a_press_on_the_lamp_mutes_and_leaves_the_keys_where_they_are(window, sounds, qtbot):
    sounds.load()
    qtbot.mouseClick(sounds.lamp, Qt.MouseButton.LeftButton)
    assert sounds.muted
    qtbot.mouseClick(window.status.file, Qt.MouseButton.LeftButton)  # nothing is offered there
    assert window.page.field.hasFocus()


def test_a_window_that_closes_loads_nothing_any_more(window, sounds):
    sounds.prepare()
    window.close()
    assert not sounds.idle.isActive()


def test_a_window_that_closed_neither_loads_nor_plays(window, sounds):
    sounds.load()
    window.close()
    sounds.prepare()
    assert not sounds.idle.isActive()
    sounds.toggle()
    sounds.play(Sound.WELCOME)
    assert not sounds.playing.there
    assert sounds.playing.process.state() is QProcess.ProcessState.NotRunning


PLAYS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from checkin.domain.sound import Sound
from checkin.gui.multimedia import quieten_multimedia

app = QGuiApplication([])
quieten_multimedia()
from checkin.gui.sounds.loudspeaker import Loudspeaker
made, left, heard = Loudspeaker(), list(Sound), []
timer = QTimer()

def next_one():
    if left:
        made.play(left.pop(0))
        heard.append([sound for sound, one in made._effects.items() if one.isPlaying()])
    else:
        app.quit()

timer.timeout.connect(next_one)
timer.start(150)
app.exec()
print(made.there, heard == [[sound] for sound in Sound])
"""


@pytest.fixture
def sound_server(tmp_path: Path):
    """A sound server of the test's own, with an output that nobody hears."""
    program = shutil.which("pulseaudio")
    if not program:
        pytest.skip("playing needs pulseaudio, and there is none")
    socket = tmp_path / "sound.socket"
    run = subprocess.Popen(
        [
            *(program, "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
            *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
            *("-L", "module-null-sink"),
        ],
        env={**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )
    given_up = monotonic() + 20
    while not socket.exists() and monotonic() < given_up:
        sleep(0.05)
    yield {"PULSE_SERVER": f"unix:{socket}", "HOME": str(tmp_path)}, run
    run.terminate()
    run.wait(10)


def test_where_there_is_an_output_every_sound_is_played_alone(sound_server):
    said = subprocess.run(
        [sys.executable, "-c", PLAYS],
        env=environment() | sound_server[0],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (said.stdout, said.stderr) == ("True True\n", "")


@pytest.fixture
def playing(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(playing_module, "AGAIN_MS", 50)
    made = Playing()
    yield made
    made.end()
    assert made.process.state() is QProcess.ProcessState.NotRunning


def test_what_plays_is_a_process_of_its_own_and_goes_with_the_window(
    qtbot, playing, sound_server, monkeypatch
):
    for name, value in sound_server[0].items():
        monkeypatch.setenv(name, value)
    playing.begin()
    qtbot.waitUntil(lambda: playing.there is True, timeout=30_000)
    for sound in Sound:
        playing.play(sound)
    playing.process.write(b"no such sound\n")
    playing.process.waitForBytesWritten()
    playing.end()
    assert playing.process.exitStatus() is QProcess.ExitStatus.NormalExit
    assert playing.process.exitCode() == 0


def test_a_sound_server_that_dies_leaves_the_window_standing(
    qtbot, playing, sound_server, monkeypatch
):
    for name, value in sound_server[0].items():
        monkeypatch.setenv(name, value)
    playing.begin()
    qtbot.waitUntil(lambda: playing.there is True, timeout=30_000)
    sound_server[1].kill()
    sound_server[1].wait()
    playing.play(Sound.STOP)  # never ends, and is noticed by that
    qtbot.waitUntil(lambda: playing.there is False, timeout=30_000)
    playing.play(Sound.STOP)
    playing.look_again()
    with qtbot.waitSignal(playing.changed, timeout=30_000):
        pass


def test_what_plays_is_begun_again_when_it_dies(qtbot, playing):
    playing.begin()
    qtbot.waitUntil(lambda: playing.there is not None, timeout=30_000)
    before = playing.process.processId()
    with qtbot.waitSignal(playing.changed):
        playing.process.kill()
    assert playing.there is False
    qtbot.waitUntil(lambda: playing.process.processId() not in (0, before), timeout=30_000)


def test_a_computer_that_cannot_begin_it_has_no_loudspeaker(qtbot, playing):
    playing.process.setProgram("/nowhere/python")
    with qtbot.waitSignal(playing.changed):
        playing.begin()
    assert playing.there is False


def test_one_that_can_never_begin_is_tried_ever_less_often(qtbot, playing):
    waits = []
    playing.process.setProgram(sys.executable)
    playing.process.setArguments(["-c", "raise SystemExit(1)"])
    playing.changed.connect(lambda: waits.append(playing._again.interval()))
    playing.begin()
    qtbot.waitUntil(lambda: len(waits) >= 3)
    assert waits[:3] == [50, 100, 200]
