"""What stands in the street: a meeting's window, or the start page that leads to one.

What a window needs is loaded with the first meeting: the start page stands without it.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.refused import Refused
from checkin.domain.wording import Wording
from checkin.gui.collector import Collector
from checkin.gui.crash import CrashHook
from checkin.gui.look.theme import THEMES, Theme, theme
from checkin.gui.opening import OPERATOR, Opening
from checkin.gui.preferences import DESK_NAME, Preferences, Recent
from checkin.gui.stage import Stage
from checkin.gui.start.beginning import Beginning

if TYPE_CHECKING:
    from checkin.bootstrap import Services
    from checkin.gui.aside import Aside
    from checkin.gui.seat import Seat
    from checkin.gui.start.page import StartPage
    from checkin.gui.window import Window

Then = Callable[[], object] | None
PAGE, THEME = "window/page", "window/theme"


class Front(QObject):
    """Opens one meeting file after the other and shows what came of it.

    `stands` follows the first paint of whatever is shown first; `restyled` carries a `Theme`
    for the whole application.
    """

    stands = Signal()
    restyled = Signal(object)

    def __init__(
        self,
        opening: Opening,
        look: Theme,
        wording: Wording,
        hook: CrashHook,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__()
        self._opening, self._theme = opening, look
        self._wording, self._hook = wording, hook
        self._preferences = preferences or Preferences()
        self._stage = Stage(self._preferences)
        self._collector = Collector(self)
        self._services: Services | None = None
        self._seat: Seat | None = None
        self._window: Window | None = None
        self._start: StartPage | None = None
        self._then: Then = None
        self._named: Path | None = None  # on the command line; it begins at the desk
        self._aside: Aside | None = None
        self._comes_back = False
        self.opened = False
        self.beginning = Beginning(opening, self, self)
        hook.crashed.connect(self._crashed)

    @property
    def shown(self) -> QWidget | None:
        """The window of a meeting, or the start page."""
        return self._stage.shown

    def open(self, path: Path, passphrase: str | None = None) -> bool:
        """Shows the window of a meeting file, or why not; whether it is open now already.

        With a passphrase it takes a moment, and that is said first. A meeting that is open is
        left before, as soon as its window may be closed.
        """
        if self._services:
            before = self._window
            self._leave_for(lambda: self.open(path, passphrase))
            return self._window is not None and self._window is not before
        given = passphrase or self._opening.passphrase
        if not given:
            return self.open_now(path, None, upgrade=False)
        words = self.tr("{name} is being opened with its passphrase.").format(name=path.name)
        self.start().wait(words, lambda: self.open_now(path, given))
        return False

    def open_now(self, path: Path, passphrase: str | None, upgrade: bool = True) -> bool:
        """Opens a file without saying that it may take a moment; whether it is open."""
        try:
            services = self._opening.open(path, passphrase, upgrade)
        except Refused as refused:
            self._refused(path, refused)
            return False
        self._enter(services)
        return True

    def _refused(self, path: Path, refused: Refused) -> None:
        if refused.code == "older_file":
            words = self.tr(
                "{name} was made by an older version and is brought up to date. "
                "As it was, it is kept beside itself."
            )
            self.start().wait(words.format(name=path.name), lambda: self.open_now(path, None))
        elif refused.code in ("passphrase_needed", "wrong_passphrase"):
            self.start().ask_passphrase(path, wrong=refused.code == "wrong_passphrase")
        else:
            self.refuse(refused)

    def refuse(self, refused: Refused) -> None:
        """Says on the start page why a meeting is not open."""
        from checkin.gui.desk import refusal_sentence

        self.start().refuse(refusal_sentence(refused, self._wording))

    def _enter(self, services: "Services") -> None:
        from checkin.gui.seat import Seat

        self._services, self._seat, self.opened = services, Seat(OPERATOR), True
        named, self._named = self._named, None
        if not self._opening.desk:
            services.shift.call_desk(self._preferences.text(DESK_NAME))
        window = self._made(services, self._seat, self._preferences)
        if not (named and _same(named, services.file.path)):
            window.show_page(self._preferences.text(PAGE))
        window.painted.connect(lambda: QTimer.singleShot(0, self, self._remember))
        self._show(window)
        if services.clock is not self._opening.clock:
            from checkin.gui.switchboard import Notice

            words = self.tr("The sample's own clock runs here: it is the first day, 08:45.")
            window.status.notice.say(Notice(words))

    def _made(self, services: "Services", seat: "Seat", kept: Preferences) -> "Window":
        from checkin.gui.desk import Desk
        from checkin.gui.switchboard import Switchboard
        from checkin.gui.window import Window

        desk = Desk(services, seat, self._wording, self._theme, Switchboard(), kept)
        window = Window(desk)
        self._hook.crashed.connect(window.crash_panel.say)
        window.painted.connect(self._let_go_of_the_start)
        window.closed.connect(self._left)
        window.leave_asked.connect(self.leave)
        window.file_dropped.connect(self.switch)
        window.theme_asked.connect(self.next_theme)
        window.rehearsal.asked.connect(self.rehearse)
        window.question.close_button.clicked.connect(self._stay)
        window.end_asked.connect(self._stay)
        return window

    def _show(self, window: "Window", keeps: bool = False) -> None:
        self._window, self._start = window, None
        self._stage.show(window, keeps)

    def _let_go_of_the_start(self) -> None:
        self._collector.begin()
        self.stands.emit()

    def start(self) -> "StartPage":
        """The start page, shown."""
        if self._start is None:
            self._start, self._window = self._made_start(), None
            self._stage.show(self._start)
        return self._start

    def _made_start(self) -> "StartPage":
        from checkin.gui.start.page import StartPage

        now = self._opening.clock().astimezone()
        page = StartPage(self._theme, self._wording, self._preferences, now)
        page.open_asked.connect(lambda asked: self.open(asked.path, asked.passphrase))
        page.make_asked.connect(self.beginning.make)
        page.sample_asked.connect(self.beginning.open_sample)
        page.theme_asked.connect(self.next_theme)
        page.painted.connect(self._let_go_of_the_start)
        page.closed.connect(self._stage.keep)
        return page

    def switch(self, path: str, named: bool = False) -> None:
        """Opens another file; the present one is closed first, and asked about where it must be.

        Without a path, or with the one that is open, the window only comes to the front. A file
        that was `named` on the command line begins at its desk.
        """
        self._named = Path(path) if path and named else None
        self._stage.come_forward()
        if not path or (self._start and self._start.waiting):
            return
        if self._services is None:
            self.open(Path(path))
            return
        opened = self._aside.services if self._aside else self._services
        if not _same(Path(path), opened.file.path):
            self._leave_for(lambda: self.open(Path(path)))

    def leave(self) -> None:
        """Ctrl+W: closes the meeting and goes back to the start page."""
        self._named = None
        self._leave_for(self.start)

    def _leave_for(self, then: Then) -> None:
        if self._window:
            self._then = then
            self._window.close()  # may ask first; `_left` follows once it is allowed

    def _stay(self) -> None:
        self._then = None

    def rehearse(self) -> None:
        """Ctrl+R: a practice copy in the place of the meeting, which stays open; and back."""
        if self._aside:
            self._comes_back = True
            self._leave_for(None)
        elif self._window:
            self._window.rehearsal.wait(partial(self._begin_rehearsal, self._window))

    def _begin_rehearsal(self, window: "Window") -> None:
        """Nothing of what is open changes before the window of the copy is made."""
        from checkin.bootstrap import open_rehearsal
        from checkin.gui.aside import Aside
        from checkin.gui.desk import refusal_sentence
        from checkin.gui.seat import Seat

        services, seat = self._services, self._seat
        if services is None or seat is None or self._window is not window:
            return  # closed meanwhile
        try:
            practice = open_rehearsal(services)
        except Refused as refused:
            window.rehearsal.go_on(refusal_sentence(refused, self._wording))
            return
        kept, sits = self._preferences, Seat(seat.operator)
        practised = kept.practice()
        made = self._made(practice, sits, practised)
        window.serial.rest()
        made.show_page(window.stack.front)
        lent = window.camera.lend_to(made.camera)
        self._aside = Aside(services, seat, window, self._theme, kept, lent)
        self._services, self._seat, self._preferences = practice, sits, practised
        self._show(made, keeps=True)

    def _end_rehearsal(self, aside: "Aside", then: Then) -> None:
        """The practice copy is gone; the meeting is in sight again, or left as well."""
        comes_back, self._comes_back = self._comes_back, False
        self.close()
        self._services, self._seat = aside.services, aside.seat
        self._window, self._preferences = aside.window, aside.preferences
        if not comes_back:
            self._leave_for(then)
        if self._services is aside.services:
            self._come_back(aside)

    def _come_back(self, aside: "Aside") -> None:
        """As it was left; in another look where that was chosen meanwhile."""
        window = aside.window
        window.rehearsal.go_on()
        if aside.theme is not self._theme:
            window = self._made(aside.services, aside.seat, aside.preferences)
            window.take_over(aside.window)
            self._stage.let_go(aside.window)
        self._show(window)
        window.serial.go_on()
        if aside.camera:
            window.camera.toggle()

    def _left(self) -> None:
        """The window may go: it is gone before its file is closed, and asks nothing of it then."""
        then, self._then = self._then, None
        aside, self._aside = self._aside, None
        if aside:
            if self._window:
                self._window.hide()
            self._end_rehearsal(aside, then)
            return
        self._stage.keep()
        if self._window:
            self._preferences.keep_text(PAGE, self._window.stack.front)
            self._window.hide()
        self._remember()
        self.close()
        if then:
            then()

    def close(self) -> None:
        """Closes what is open, if anything is: the meeting file, a practice copy before it."""
        opened, self._services = self._services, None
        if opened:
            opened.close()
        if self._aside:
            self._aside.services.close()
            self._aside = None

    def next_theme(self) -> None:
        """Ctrl+T: light, dark, high contrast; the page in front, mode and card stay."""
        name = THEMES[(THEMES.index(self._theme.name) + 1) % len(THEMES)]
        self._theme = theme(name)
        self._preferences.keep_text(THEME, name)
        self.restyled.emit(self._theme)
        if self._window and self._services and self._seat:
            window = self._made(self._services, self._seat, self._preferences)
            window.take_over(self._window)
            self._show(window)
        elif self._start:
            page = self._made_start()
            page.take_over(self._start)
            self._start = page
            self._stage.show(page)

    def _remember(self) -> None:
        """Puts the open meeting first among the recent ones, as it is now."""
        if self._services is None:
            return
        facts, meeting = self._services.care.facts(), self._services.meeting
        title, where = meeting.title(self._wording.language), (meeting.place, meeting.zone)
        path = facts.path.absolute()
        self._preferences.remember(Recent(path, title, *where, meeting.days, facts.delegates))

    def _crashed(self, kind: str) -> None:
        if self._start:
            words = self.tr("The program made a mistake ({kind}). Nothing was opened. Try again.")
            self._start.refuse(words.format(kind=kind))


def _same(one: Path, other: Path) -> bool:
    """Whether both name the open file, be it gone from its place by now."""
    if one.absolute() == other.absolute():
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
