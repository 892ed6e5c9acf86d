"""A 720p camera frame to its painted card, against zxing-cpp's bare decode of that very frame.

Frames (NV12, as a camera gives them) go through a QVideoSink into our window. Then the frames
come thirty a second while the card is repainted every 16 ms: the pauses between those paints say
whether the window goes on painting.
Run: python -m tests.benchmarks.bench_camera [--dir DIR] [--delegates N]
"""

import argparse
import os
from pathlib import Path
from time import perf_counter

from tests.benchmarks.screen import SCREEN

os.environ.setdefault("QT_QPA_PLATFORM", SCREEN)

import zxingcpp
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtMultimedia import QVideoFrame

from checkin.bootstrap import open_meeting
from checkin.gui.app import application
from checkin.gui.crash import CrashHook
from checkin.gui.front import Front
from checkin.gui.look.theme import theme
from checkin.gui.opening import Opening
from checkin.gui.reception.card import VerdictCard
from checkin.gui.window import Window
from checkin.services.words import wording
from tests.benchmarks.meetings import OPERATOR, make, opening_hour, people, quantile
from tests.gui.camera.pretend import DOOR, PretendCameras, frame_of, room

MOST_TIMES, MOST_MORE_MS = 2.0, 5.0
FRAME_MS, PAINT_MS, WATCHED_S = 33, 16, 10.0


def bare(frame: QVideoFrame) -> float:
    """Seconds of zxing-cpp alone on the grey plane."""
    assert frame.map(QVideoFrame.MapMode.ReadOnly)
    plane = memoryview(frame.bits(0)).cast("B", (frame.height(), frame.bytesPerLine(0)))
    begun = perf_counter()
    qr = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(plane, formats=qr)
    took = perf_counter() - begun
    frame.unmap()
    assert len(found) == 1
    return took


class Desk:
    """Our window with a camera that the benchmark holds."""

    def __init__(self, path: Path) -> None:
        self.painted, self.paints, self.loop = 0.0, list[float](), QEventLoop()
        self._watch()
        self.front = Front(Opening(opening_hour), theme("light"), wording("en"), CrashHook())
        assert self.front.open(path)
        assert isinstance(self.front.shown, Window)
        self.window = self.front.shown
        self.rest(2.5)
        self.cameras = PretendCameras(DOOR)
        self.window.camera.make(self.cameras).turn_on()

    def _watch(self) -> None:
        paint = VerdictCard.paintEvent

        def watched(card: VerdictCard, event: QPaintEvent) -> None:
            paint(card, event)
            self.painted = perf_counter()
            self.paints.append(self.painted)

        VerdictCard.paintEvent = watched  # type: ignore[method-assign]

    def rest(self, seconds: float) -> None:
        """Lets the window work."""
        QTimer.singleShot(round(seconds * 1000), self.loop.quit)
        self.loop.exec()

    def show(self, frame: QVideoFrame) -> float:
        """Seconds from a frame in the sink to its painted card."""
        answered = self.window._desk.switchboard.answered
        answered.connect(self.loop.quit)
        begun = perf_counter()
        self.cameras.sink.setVideoFrame(frame)
        self.loop.exec()  # asleep between events, as the app is
        took = self.painted - begun
        answered.disconnect(self.loop.quit)
        self.rest(0.05)
        return took

    def pauses(self, frames: list[QVideoFrame]) -> list[float]:
        """Seconds between the paints of the card, with or without frames coming."""
        self.paints.clear()
        coming, painting = QTimer(interval=FRAME_MS), QTimer(interval=PAINT_MS)
        queue = iter(frames * 1000)
        coming.timeout.connect(lambda: self.cameras.sink.setVideoFrame(next(queue)))
        painting.timeout.connect(self.window.page.card.update)
        painting.start()
        if frames:
            coming.start()
        self.rest(WATCHED_S)
        coming.stop()
        painting.stop()
        return [b - a for a, b in zip(self.paints, self.paints[1:], strict=False)]


def report(name: str, times: list[float]) -> tuple[float, float]:
    middle, late = quantile(times, 0.5), quantile(times, 0.99)
    print(f"{name:52s} p50 {middle:7.2f} ms   p99 {late:7.2f} ms   most {max(times) * 1e3:7.2f} ms")
    return middle, late


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--dir", type=Path, default=Path("build/bench"))
    options.add_argument("--delegates", type=int, default=300)
    given = options.parse_args()
    given.dir.mkdir(parents=True, exist_ok=True)
    application(theme("light"))
    path = given.dir / "camera.checkin"
    make(path, people(given.dir / "camera.csv", given.delegates), opening_hour)
    services = open_meeting(path, opening_hour)
    tokens = [badge.token for badge, _ in services.badges.all(OPERATOR)][:200]
    services.close()
    frames = [frame_of(room(token)) for token in tokens]
    desk = Desk(path)
    alone, whole = [], []
    for frame in frames:  # in turns, so that both meet the same weather
        alone.append(bare(frame))
        whole.append(desk.show(frame))
    yard = report("bare decode of a 720p frame (yardstick)", alone)
    ours = report("frame in the sink to painted card", whole)
    for name, one, other in zip(("p50", "p99"), ours, yard, strict=True):
        allowed = MOST_TIMES * other + MOST_MORE_MS
        print(f"{name}: {one:.2f} ms, allowed 2 x {other:.2f} + 5 = {allowed:.2f} ms")
    report("between paints, no camera (yardstick)", desk.pauses([]))
    report("between paints, 30 frames a second are read", desk.pauses(frames))
    desk.window.camera.end()
    desk.window.sounds.end()
    desk.front.close()


if __name__ == "__main__":
    main()
