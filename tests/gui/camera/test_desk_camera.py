import pytest
from PySide6.QtMultimedia import QCameraDevice, QCameraFormat

from checkin.gui.camera.cameras import CameraChoice, Shape, SystemCameras, _choice, _shape
from checkin.gui.camera.desk_camera import CHOSEN, CameraState, DeskCamera, State
from tests.gui.camera.pretend import DOOR, STAND, PretendCameras, frame_of, seen


class Moment:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def moment():
    return Moment()


@pytest.fixture
def cameras(qapp):
    return PretendCameras(DOOR, STAND)


@pytest.fixture
def camera(cameras, preferences, moment):
    made = DeskCamera(cameras, preferences, moment=moment)
    made.heard = []
    made.states = []
    made.code.connect(made.heard.append)
    made.told.connect(made.states.append)
    yield made
    made.end()


@pytest.fixture
def look(qtbot, cameras, camera):
    """Holds codes before the camera and waits until the frame is read."""

    def show(*texts: str) -> None:
        with qtbot.waitSignal(camera.seen):
            cameras.sink.setVideoFrame(frame_of(seen(*texts)))

    return show


def test_a_code_is_told_once_while_it_stays_and_again_after_three_seconds(camera, look, moment):
    camera.turn_on()
    for moment.now in (0.0, 1.0, 2.0, 3.0, 5.0):
        look("HERE")
    assert camera.heard == ["HERE"]
    moment.now = 8.1
    look("HERE")
    assert camera.heard == ["HERE", "HERE"]


def test_codes_in_one_frame_and_one_after_another_keep_their_order(camera, look):
    camera.turn_on()
    look("LEFT", "MIDDLE")
    look("LEFT", "RIGHT")
    look()
    assert camera.heard == ["LEFT", "MIDDLE", "RIGHT"]


def test_the_newest_frame_wins_while_one_is_read(qtbot, cameras, camera):
    camera.turn_on()
    for number in range(12):
        cameras.sink.setVideoFrame(frame_of(seen(f"FRAME {number}")))
    qtbot.waitUntil(lambda: "FRAME 11" in camera.heard)
    assert camera.heard == ["FRAME 0", "FRAME 11"]


def test_nothing_is_read_while_it_is_off(qtbot, cameras, camera, look):
    cameras.sink.setVideoFrame(frame_of(seen("EARLY")))
    camera.turn_on()
    look()
    cameras.sink.setVideoFrame(frame_of(seen("LATE")))
    camera.turn_off()
    qtbot.wait(50)
    assert camera.heard == []
    assert cameras.opened == ""
    assert camera.states[-1].state is State.OFF


def test_the_first_camera_is_opened_and_another_is_remembered(cameras, camera, preferences, look):
    camera.turn_on()
    assert cameras.opened == DOOR.key
    camera.next()
    assert cameras.opened == STAND.key
    assert preferences.text(CHOSEN) == STAND.key
    look()
    assert camera.states[-1] == CameraState(State.ON, STAND.name, several=True)
    again = DeskCamera(PretendCameras(DOOR, STAND), preferences)
    again.turn_on()
    assert again._cameras.opened == STAND.key
    again.end()
    camera.next()
    assert cameras.opened == DOOR.key


def test_a_remembered_camera_that_is_not_there_gives_way_and_stays_remembered(preferences, qapp):
    preferences.keep_text(CHOSEN, STAND.key)
    camera = DeskCamera(PretendCameras(DOOR), preferences)
    camera.turn_on()
    assert camera._cameras.opened == DOOR.key
    assert preferences.text(CHOSEN) == STAND.key
    camera.end()


def test_without_a_camera_it_says_so_at_once_and_begins_when_one_is_plugged_in(
    preferences, qapp, qtbot
):
    cameras = PretendCameras()
    camera = DeskCamera(cameras, preferences)
    camera.turn_on()
    assert (camera.state, camera.on) == (State.NONE, True)
    camera.next()
    assert camera.state is State.NONE
    cameras.plug_in(DOOR)
    assert (camera.state, cameras.opened) == (State.STARTING, DOOR.key)
    camera.end()


def test_an_unplugged_camera_is_waited_for(cameras, camera, look):
    camera.turn_on()
    look()
    cameras.unplug(STAND)
    assert camera.states[-1] == CameraState(State.ON, DOOR.name)
    cameras.unplug(DOOR)
    assert camera.states[-1] == CameraState(State.UNPLUGGED, DOOR.name)
    assert cameras.opened == ""
    cameras.plug_in(STAND)
    assert camera.state is State.UNPLUGGED
    cameras.plug_in(DOOR)
    assert (camera.state, cameras.opened) == (State.STARTING, DOOR.key)
    look("AGAIN")
    assert camera.heard == ["AGAIN"]


def test_a_camera_that_another_program_has_is_said_and_can_be_tried_again(cameras, camera):
    camera.turn_on()
    cameras.failed.emit()
    assert camera.states[-1] == CameraState(State.FAULTY, DOOR.name, several=True)
    camera.turn_off()
    cameras.failed.emit()
    cameras.changed.emit()
    assert camera.state is State.OFF
    camera.turn_on()
    assert camera.state is State.STARTING


def test_a_camera_that_fails_because_it_went_is_unplugged(cameras, camera):
    camera.turn_on()
    cameras.there.remove(DOOR)
    cameras.failed.emit()
    assert camera.state is State.UNPLUGGED


def test_the_real_cameras_of_this_computer_can_be_asked(qtbot, qapp):
    cameras = SystemCameras()
    keys = [one.key for one in cameras.choices()]
    assert len(set(keys)) == len(keys)
    with qtbot.waitSignal(cameras.failed):
        cameras.open("no such camera")
    with qtbot.waitSignal(cameras.frame) as told:
        cameras.sink.setVideoFrame(frame_of(seen()))
    assert told.args[0].isValid()
    cameras.close()


def test_a_real_camera_that_does_not_work_can_be_opened_and_let_go(qtbot, qapp):
    cameras = SystemCameras()
    cameras._start(QCameraDevice())
    assert cameras._camera is not None
    cameras._camera.errorOccurred.emit(cameras._camera.Error.CameraError, "busy")
    with qtbot.waitSignal(cameras.failed):
        cameras._camera.errorOccurred.emit(cameras._camera.Error.CameraError, "busy")
    camera = cameras._camera
    with qtbot.waitSignal(camera.destroyed):
        cameras.close()
    cameras.close()


def test_what_qt_says_of_a_camera_is_understood(qapp):
    assert _choice(QCameraDevice()) == CameraChoice("", "")
    assert _shape(QCameraFormat()) == Shape(-1, -1, 0.0, False)


def test_a_fault_of_ours_while_reading_is_raised_and_said(qtbot, cameras, camera):
    camera.turn_on()
    with qtbot.waitSignal(camera._decoding.failed), pytest.raises(AttributeError):
        camera._decoding.take("no frame at all")
    assert camera.state is State.FAULTY
