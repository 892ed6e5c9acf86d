"""What each page is like in use, by its name: every scene is played on the sample's first day."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from checkin.domain.meeting import Session
from checkin.domain.outcome import Change
from checkin.domain.post import USUAL, Post
from checkin.gui.importing.intake import Stage
from checkin.gui.serial_scanner.ports import PortChoice
from checkin.gui.serial_scanner.reading import PortState
from checkin.gui.serial_scanner.serial_scanner import PORT, SerialState
from checkin.gui.window import Window
from checkin.paths import resource
from tests.afterwards_scenes import afterwards
from tests.gui.camera.pretend import DOOR, STAND, PretendCameras, frame_of, room
from tests.gui.serial_scanner.ptys import PlainPorts
from tests.portraits import portrait
from tests.sample_life import LONG_NAME, somebody_missing

Scene = Callable[[], object]
_PATIENCE = 20  # seconds
_ODD_ROWS = """
X-1;Mr;;;;Chief of Section;;Spain;Delegate;;;;
X-2;Ms;DIARRA;Rokia;;Colonel-major;Police;Mali;Wizard;A;rokia.diarra@example.org;fr;
X-3;Mr;OBRADOVIC;Milan;;Adviser;Ministry of Security;Marroco;Delegate;;not an address;en;
"""


def until(holds: Callable[[], object]) -> None:
    """Lets the window work until something holds."""
    end = monotonic() + _PATIENCE
    while not holds():
        QCoreApplication.processEvents()
        if monotonic() > end:
            raise TimeoutError(holds)


class PageScenes:
    """The scenes of one window, played one after the other on a copy of the sample."""

    def __init__(self, window: Window, folder: Path) -> None:
        self._window, self._folder = window, folder
        self._board, self._services = window._board, window._desk.services

    def all(self) -> Iterator[tuple[str, Scene]]:
        """Name and scene, in the order in which they are played."""
        pages = (
            self._reception,
            self._delegates,
            self._badges,
            self._attendance,
            self._meeting,
            self._import,
            self._around,
        )
        for page in pages:
            yield from page().items()

    def _bring(self, page: str) -> None:
        self._window.show_page(page)
        self._rest()

    def _rest(self) -> None:
        until(lambda: not self._board.tasks.running)

    def _reception(self) -> dict[str, Scene]:
        page, press = self._window.page, QTest.keyClick
        _, second = self._services.meeting.days

        def search(text: str) -> None:
            page.let_go()
            page.let_go()
            QTest.keyClicks(page.field, text)
            page.search.pause.timeout.emit()

        def arm() -> None:
            search("zelic")
            press(page.field, Qt.Key.Key_Return)

        def look() -> None:
            page.let_go()
            page.let_go()
            page.heading.toggle_mode()
            page.enter("ES-001")

        def one_moment() -> None:
            page.heading.toggle_mode()
            page._showing.show_busy(2)

        def shift() -> None:
            page.enter(somebody_missing(self._services))
            page.shift.ask()

        return {
            "reception-ready": lambda: self._bring("reception"),
            "reception-welcome": lambda: page.enter(somebody_missing(self._services)),
            "reception-search": lambda: search("ma"),
            "reception-armed": arm,
            "reception-nobody": lambda: search("zzq"),
            "reception-look": look,
            "reception-moment": one_moment,
            "reception-shift": shift,
            **afterwards(page, self._services),
            "reception-posts": self._posts,
            "reception-other-day": lambda: self._at(Post(second)),
            "reception-session": lambda: self._at(Post(None, "working-group-a")),
            "reception-door-again": lambda: self._at(USUAL),
            **self._eye(),
        }

    def _eye(self) -> dict[str, Scene]:
        page = self._window.page

        def camera() -> None:
            page.shift.panel.leave()
            page._showing.rest()
            self._window.sounds.load()
            cameras = PretendCameras(DOOR, STAND)
            eye = self._window.camera.make(cameras)
            eye.turn_on()
            cameras.sink.setVideoFrame(frame_of(room(somebody_missing(self._services))))
            until(lambda: eye.state.name == "ON" and not eye._decoding._busy)

        def serial() -> None:
            page._showing.rest()
            ports = PlainPorts(PortChoice("1", "Hand scanner (ttyACM0)"), PortChoice("2", "ttyS0"))
            scanner = self._window.serial.make(ports)
            self._window.serial.press()
            scanner._preferences.keep_text(PORT, "1")
            scanner._tell(SerialState("Hand scanner (ttyACM0)", PortState.READY))

        def no_camera() -> None:
            cameras = self._window.camera.camera._cameras
            for one in tuple(cameras.there):
                cameras.unplug(one)

        return {
            "reception-camera": camera,
            "reception-serial": serial,
            "reception-camera-gone": no_camera,
            "reception-camera-off": self._window.camera.toggle,
        }

    def _posts(self) -> None:
        """F8 with two working groups on the first day and a plenary on the second."""
        first, second = self._services.meeting.days
        put, operator = self._services.organising.put_session, self._window._desk.operator
        for group in "AB":
            titles = {"en": f"Working group {group}", "ar": f"فريق العمل {group}"}
            put(Session("", titles, first, group), operator)
        put(Session("", {"en": "Plenary: strategy into action"}, second), operator)
        self._window.page.shift.panel.leave()
        self._window.page.posts.ask()

    def _at(self, post: Post) -> None:
        """Another place than before, and somebody comes."""
        page = self._window.page
        page.posts._take(post)
        page.enter(somebody_missing(self._services))

    def _delegates(self) -> dict[str, Scene]:
        self._window.page.let_go()
        page = self._window.stack.page("delegates")

        def filtered() -> None:
            page.filters.open("delegation")
            page.filters.sheet.list.itemClicked.emit(page.filters.sheet.list.item(1))

        def edit() -> None:
            page.filters.sheet.hide()
            page.filters.clear()
            row = next(r for r in page.model.rows if r.delegate.name.startswith("EL "))
            page.table.choose(row.id)
            page.open(row.id)

        def portrayed() -> None:
            page.mending.set_photo(portrait())
            page.mending.announce_shown()

        def long_name() -> None:
            page.mending.close()
            page.look_for(LONG_NAME["family_name"])

        def problems() -> None:
            page.filters.clear()
            lists = self._services.lists
            page.problems.show_list(lists.preview(lists.read(self._list())))

        def nobody_fits() -> None:
            page.problems.hide()
            page.filters.look_for("zzq")

        return {
            "delegates": lambda: self._bring("delegates"),
            "delegates-choices": lambda: page.filters.open("delegation"),
            "delegates-filtered": filtered,
            "delegates-editing": edit,
            "delegates-portrayed": portrayed,
            "delegates-new": page.add,
            "delegates-long-name": long_name,
            "delegates-problems": problems,
            "delegates-nobody-fits": nobody_fits,
        }

    def _badges(self) -> dict[str, Scene]:
        self._window.stack.page("delegates").filters.clear()
        page = self._window.stack.page("badges")

        def preview() -> None:
            self._bring("badges")
            until(lambda: page.to_paper.paper)
            self._rest()

        def printing() -> None:
            page.side.reissue.leave()
            page.footer.print_out.click()
            self._rest()

        def saving() -> None:
            page.side.printing.leave()
            page.to_paper._not_saved(_refused("cannot_write", path="/media/stick/badges.pdf"))

        def ticked() -> None:
            page.trouble.quiet()
            page.list.search.setText("port")
            self._rest()

        def blank() -> None:
            page.which.blank.click()
            until(lambda: page.to_paper.paper)
            self._rest()

        return {
            "badges": preview,
            "badges-reissue": lambda: page.side.replace_badge(page.list.current or page.lines[0]),
            "badges-no-printer": printing,
            "badges-not-saved": saving,
            "badges-search": ticked,
            "badges-blank": blank,
        }

    def _attendance(self) -> dict[str, Scene]:
        page = self._window.stack.page("attendance")

        def choose_day(day: object) -> None:
            page.board.delegations.grid.choose(None)
            page.days._take("" if day is None else str(day))
            page.days.choose(day)
            page._pick()

        def tile() -> None:
            self._bring("attendance")
            page.board.delegations.grid.choose("Morocco")

        def report() -> None:
            choose_day(self._services.meeting.days[0])
            page.show_reports()
            until(lambda: page.reports.ready)
            self._rest()

        def no_arrivals() -> None:
            page.reports.printing.leave()
            page.show_board()
            choose_day(self._services.meeting.days[1])

        def awaited() -> None:
            choose_day(self._services.meeting.days[0])
            page.awaiting.await_heads()
            heads = [head.person.delegate for head in page._shown.heads]
            for who in (*heads[:2], max(heads, key=lambda one: len(one.name)), heads[3]):
                self._services.reception.record(who.id, self._window._desk.operator)
            page.follow(Change(everything=True))
            self._window.watching.timeout.emit()

        def no_printer() -> None:
            page.print_door()
            until(lambda: page.reports.printing.trouble.isVisible())

        return {
            "attendance": lambda: self._bring("attendance"),
            "attendance-tile": tile,
            "attendance-all-days": lambda: choose_day(None),
            "attendance-report": report,
            "attendance-no-printer": no_printer,
            "attendance-no-arrivals": no_arrivals,
            "attendance-awaited": awaited,
            "attendance-awaited-seen": lambda: page.band.all_seen.click(),
        }

    def _meeting(self) -> dict[str, Scene]:
        page = self._window.stack.page("meeting")

        def lower() -> None:
            bar = page.body.verticalScrollBar()
            bar.setValue(bar.maximum())

        return {
            "meeting": lambda: self._bring("meeting"),
            "meeting-below": lower,
            "meeting-session": lambda: page.sessions.rows[0].mend.click(),
        }

    def _list(self) -> Path:
        """The list once more: people added, changed, doubtful, missing, and odd rows."""
        text = resource("sample", "delegates.csv").read_text(encoding="utf-8-sig")
        head, *rows = [line.split(";") for line in text.splitlines()]
        for row, other in zip(rows[:12], rows[40:52], strict=True):
            row[0], row[3], row[4] = row[0].replace("RP-", "SL-"), other[3], ""
        for row in rows[12:17]:
            row[5] = f"Acting {row[5]}"
        rows[14][8] = "Adviser"
        for row in rows[24:27]:
            row[0], row[2] = "", f"{row[2][:2]}{row[2][1:]}"
        path = self._folder / "second list of delegations.csv"
        lines = "\n".join(";".join(row) for row in [head, *rows[:20], *rows[23:]])
        path.write_text(f"{lines}\n{_ODD_ROWS.lstrip()}", encoding="utf-8")
        return path

    def _import(self) -> dict[str, Scene]:
        window = self._window

        def ready(page: str) -> None:
            self._bring(page)
            window.take_list(str(self._list()))
            until(lambda: window._importing and window._importing.intake.stage is Stage.READY)

        def apply() -> None:
            intake = window._importing.intake
            self._bring("delegates")
            intake.apply()
            self._board.work._step()
            self._board.work._pump.stop()
            intake._say_slow()

        def strip() -> None:
            self._bring("reception")

        return {
            "import-strip": lambda: ready("reception"),
            "import-preview": lambda: self._bring("delegates"),
            "import-doubtful": lambda: self._tile("doubtful"),
            "import-left-out": lambda: self._tile("left_out"),
            "import-spelling": self._spelling,
            "import-applying": apply,
            "import-strip-applying": strip,
            "close-question": window.close,
        }

    def _tile(self, key: str) -> None:
        self._window._importing.panel.preview.tiles.tiles[key].click()

    def _spelling(self) -> None:
        """Somebody looks at a delegation that nobody knows."""
        preview = self._window._importing.panel.preview
        unknown = self._window._importing.intake.listed.unresolved[0]
        rows = [one.row for one in preview.problems.rows.rows]
        place = next(at for at, row in enumerate(rows) if row in unknown.rows)
        preview.problems.setCurrentIndex(preview.problems.rows.index(place, 0))

    def _around(self) -> dict[str, Scene]:
        window = self._window

        def crash() -> None:
            window.question.quiet()
            self._board.work.cancel()
            window._importing.intake.cancel()
            window.crash_panel.say("KeyError")

        def help_() -> None:
            window.crash_panel.hide()
            window.show_help()

        return {"crash": crash, "help": help_}


def rehearsal_scenes(window: Window) -> Iterator[tuple[str, Scene]]:
    """The band over the pages of a rehearsal."""
    services = window._desk.services
    yield "rehearsal", lambda: window.page.enter(somebody_missing(services))
    yield "rehearsal-look", window.page.heading.toggle_mode
    yield "rehearsal-badges", lambda: window.show_page("badges")
    yield "rehearsal-meeting", lambda: window.show_page("meeting")
    yield "rehearsal-moment", lambda: window.rehearsal.wait(lambda: None)


def _refused(code: str, **facts: str) -> Exception:
    from checkin.domain.refused import Refused

    return Refused(code, **facts)


def empty_pages(window: Window) -> Iterator[tuple[str, Scene]]:
    """The pages while nobody is on the list."""
    for page in ("reception", "delegates", "badges", "attendance", "meeting"):
        yield f"empty-{page}", lambda page=page: window.show_page(page)
