"""Watches the keys of every window of ours, dialogs and pop-ups too, for what a scanner types."""

from collections import deque
from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from checkin.gui.scanning.capture import Capture, Drop, Found, Over, PassOn, Step, TakeBack
from checkin.gui.scanning.keys import (
    Held,
    HeldKey,
    HeldWord,
    code_of,
    copy_of,
    end_of,
    is_silent,
    same_key,
    text_of,
)
from checkin.gui.scanning.lines import Leaks, focus, place_of
from checkin.gui.scanning.meaning import Scan
from checkin.gui.scanning.strokes import JOINED, Stroke

_PRESSED, _LET_GO = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_BEFORE = QEvent.Type.ShortcutOverride
_WRITTEN = QEvent.Type.InputMethod
_MOUSE_DOWN, _MOUSE_UP = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
_CLOCK_SET_MS = 2000  # further behind than any event waits: it is another clock


class Wedge(QObject):
    """`scanned` carries what a scanner sent; `unreadable` the keyboard's alphabet (ARABIC) where

    that made it unreadable. No letter of a scan stays in a field, and no key of it presses or
    chooses anything.
    """

    scanned = Signal(str)
    unreadable = Signal(str)

    def __init__(self, application: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._capture, self._leaks = Capture(), Leaks()
        self._held: deque[Held] = deque()
        self._dropped: set[int] = set()
        self._passing = False
        self._ahead = 0  # of the events' clock before ours, in milliseconds
        self._due, self._turn, self._opened = (QTimer(self, singleShot=True) for _ in range(3))
        self._due.setTimerType(Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._turn.start)  # keys that came already go first
        self._turn.timeout.connect(self._wait)
        self._opened.timeout.connect(self._watch)
        application.focusWindowChanged.connect(self._watch)
        application.focusObjectChanged.connect(self._follow)
        self._follow(application.focusObject())
        self._watch()

    def _watch(self, _: object = None) -> None:
        """A filter on every window; a second one on the same takes the place of the first."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def _follow(self, field: QObject | None) -> None:
        """Some letters come to the field itself, as the keyboard's input method writes them.

        No field is kept here: a dialog that is let go of would leave it dead in our hands.
        """
        if isinstance(field, QWidget) and isValid(field):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps a key, or lets it pass as if nobody watched."""
        kind = event.type()
        if kind is _PRESSED or kind is _LET_GO:
            if self._passing or not watched.isWindowType() or not isinstance(event, QKeyEvent):
                return False
            return self._pressed(watched, event) if kind is _PRESSED else self._let_go(event)
        if kind is _BEFORE and watched.isWindowType() and isinstance(event, QKeyEvent):
            return self._before(event)
        if kind is _MOUSE_DOWN or kind is _MOUSE_UP:
            self._do(self._capture.give_up(), self._at(0))
            self._opened.start()  # it may open a pop-up
        elif kind is _WRITTEN and isinstance(event, QInputMethodEvent) and not self._passing:
            return self._written(watched, event)
        return False

    def _before(self, event: QKeyEvent) -> bool:
        """What comes before each key: at Enter some lists choose already then.

        Accepted, it is no shortcut: a binary code has commands among its letters.
        """
        at = self._at(event.timestamp())
        ends = end_of(event) and self._capture.follows(at)
        if self._passing or not (ends or (self._capture.machine(at) and not text_of(event))):
            return False
        event.accept()
        return True

    def _pressed(self, window: QObject, event: QKeyEvent) -> bool:
        if is_silent(event):
            return False
        at, end, text = self._at(event.timestamp()), end_of(event), text_of(event)
        if end and not self._capture.follows(at):
            self._opened.start()
            return False
        if event.isAutoRepeat() or not (end or text.strip() or (text and self._capture.running)):
            if self._capture.machine(at):
                self._dropped.add(same_key(event))
                return True
            self._do([*self._capture.wait(at), *self._capture.give_up()], at)
            self._opened.start()
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        stroke = Stroke(end or text, at, code_of(event), shift, place_of(focus()))
        self._hold(HeldKey(window, copy_of(event)), stroke)
        return True

    def _written(self, field: QObject, event: QInputMethodEvent) -> bool:
        text, at = event.commitString(), self._at(0)
        if text not in JOINED or event.preeditString() or event.replacementLength():
            self._do(self._capture.give_up(), at)
            return False
        self._hold(HeldWord(field, text), Stroke(text, at, place=place_of(focus())))
        return True

    def _hold(self, held: Held, stroke: Stroke) -> None:
        self._turn.stop()
        self._held.append(held)
        ends = isinstance(held, HeldKey) and held.is_end
        steps = self._capture.end(stroke) if ends else self._capture.press(stroke)
        self._do(steps, stroke.at)

    def _let_go(self, event: QKeyEvent) -> bool:
        """A key comes up: after it went down, wherever that went."""
        key = same_key(event)
        for held in self._held:
            if held.key == key and isinstance(held, HeldKey):
                held.released = copy_of(event)
                return True
        dropped = key in self._dropped
        self._dropped.discard(key)
        return dropped

    def _wait(self) -> None:
        at = max(self._at(0), self._capture.due or 0)
        self._do(self._capture.wait(at), at)

    def _do(self, steps: Sequence[Step], at: int) -> None:
        for step in steps:
            self._step(step)
        due = self._capture.due
        if due is None:
            self._due.stop()
        else:
            self._due.start(max(due - at, 0))

    def _step(self, step: Step) -> None:
        match step:
            case PassOn(count):
                for _ in range(count):
                    self._pass_on(self._held.popleft())
            case Drop(count):
                keys = (self._held.popleft().key for _ in range(count))
                self._dropped.update(filter(None, keys))
            case TakeBack(count):
                self._leaks.take_back(count)
            case Over():
                self._leaks.forget()
            case Found(scan):
                self._tell(scan)
                self._capture.answered(self._at(0))

    def _pass_on(self, held: Held) -> None:
        self._passing = True
        try:
            with self._leaks.watched(held.text):
                held.send()
        finally:
            self._passing = False
        self._opened.start()

    def _tell(self, scan: Scan) -> None:
        if scan.alphabet:
            self.unreadable.emit(scan.alphabet)
        else:
            self.scanned.emit(scan.text)

    def _at(self, stamp: int) -> int:
        """When an event came, by the clock of the events; without a stamp it came now."""
        here = int(monotonic() * 1000)
        if not stamp:
            return here + self._ahead
        ahead = stamp - here
        if not 0 <= self._ahead - ahead < _CLOCK_SET_MS:
            self._ahead = ahead
        return stamp
