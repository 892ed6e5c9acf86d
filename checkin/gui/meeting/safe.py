"""How the file is kept safe: whether it is whole, the last backup, the passphrase."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from checkin.domain.check_result import CheckResult
from checkin.domain.dates import hour, short_day
from checkin.domain.outcome import Progress
from checkin.domain.refused import Refused
from checkin.gui.desk import Desk
from checkin.gui.kit.beside import show_beside
from checkin.gui.kit.buttons import button
from checkin.gui.kit.panels import Panel, rule
from checkin.gui.long_work import Steps
from checkin.gui.look.marks import FAULT, OFF, OK, WARN
from checkin.gui.meeting.backing_up import BackingUp
from checkin.gui.meeting.changes import Changes
from checkin.gui.meeting.rows import StateRow
from checkin.gui.meeting.secret import SecretForm
from checkin.gui.switchboard import Notice

FOLDER, LAST = "backup/folder", "backup/last"
DOT = "   ·   "


class Safe(Panel):
    """Three states, each with what can be done about it.

    `secret_asked` carries what is to be done while the page says "one moment".
    """

    secret_asked = Signal(object)

    def __init__(self, desk: Desk, changes: Changes, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, self.tr("Kept safe"), parent)
        self._desk, self._changes = desk, changes
        self._checked = ""
        self._sound = True
        self._result: CheckResult | None = None
        self._backing_up = BackingUp(desk, self)
        theme = desk.theme
        self.check = button(theme, self.tr("Check now"), does=self._check)
        self.back_up = button(theme, self.tr("Back up now"), "primary", does=self._back_up)
        self.folder = button(theme, self.tr("Another folder"), "quiet", does=self._choose)
        self.secret = SecretForm(desk, changes)
        self.secret.asked.connect(self.secret_asked)
        self.file_row = StateRow(theme, self.check)
        self.backup_row = StateRow(theme, self.folder, self.back_up)
        parts: tuple[QWidget, ...] = (self.file_row, rule(), self.backup_row, rule(), self.secret)
        self.add_rule()
        for part in parts:
            self.column.addWidget(part)
        desk.switchboard.work.progressed.connect(self._progressed)
        self.read()

    def read(self) -> None:
        """Shows the file as it is now."""
        self._say_file(self._checked)
        self._say_backup()
        self.secret.read()

    def _say_file(self, state: str) -> None:
        try:
            facts = self._desk.services.care.facts()
        except Refused as refused:
            self.file_row.say(FAULT, self.tr("Meeting file"), self._desk.sentence(refused))
            return
        count = self.tr("{count} facts in its journal").format(count=f"{facts.facts:,}")
        if facts.facts == 1:
            count = self.tr("1 fact in its journal")
        about = (facts.path.name, _bytes(facts.size), count, state)
        mark = OK if self._sound else FAULT
        self.file_row.say(mark, self.tr("Meeting file"), DOT.join(filter(None, about)))
        self.file_row.setToolTip(str(facts.path))

    def _check(self) -> None:
        if self._changes.free:
            self.check.setEnabled(False)
            work = self._desk.switchboard.work
            work.begin(self._steps(), self._found, self._check_refused)

    def _steps(self) -> Steps:
        services, operator = self._desk.services, self._desk.operator
        self._result = yield from services.care.check_in_steps(operator)

    def _progressed(self, progress: object) -> None:
        if isinstance(progress, Progress) and progress.total and not self.check.isEnabled():
            percent = 100 * progress.done // progress.total
            self._say_file(self.tr("checked {percent} %").format(percent=percent))

    def _found(self) -> None:
        self.check.setEnabled(True)
        result = self._result
        if result is None:
            return
        self._sound = result.ok
        at = hour(self._desk.now())
        self._checked = self.tr("whole, checked {time}").format(time=at)
        if not result.ok:
            words = self._desk.wording
            first = result.problems[0]
            self._checked = words.tell(f"problem.{first.code}", where=first.where)
        self._say_file(self._checked)

    def _check_refused(self, refused: Refused) -> None:
        self.check.setEnabled(True)
        self._sound = self._sound and refused.code not in ("damaged_file", "file_gone")
        self._changes.refuse(refused)
        self._say_file(self._checked)

    def _back_up(self) -> None:
        folder = self._desk.preferences.text(FOLDER)
        if not folder:
            self._choose()
        elif self._changes.free:
            self.back_up.setEnabled(False)
            self.backup_row.say(OFF, self.tr("A backup is being made"), folder)
            self._backing_up.begin(Path(folder), self._backed_up, self._not_backed_up)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Where backups are kept"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        before = self._desk.preferences.text(FOLDER)
        dialog.setDirectory(before or str(self._desk.services.care.facts().path.parent))
        dialog.fileSelected.connect(self.back_up_to)
        show_beside(dialog, self)

    def back_up_to(self, folder: str) -> None:
        """Keeps backups in a folder from now on, and makes one."""
        self._desk.preferences.keep_text(FOLDER, folder)
        self._back_up()

    def _backed_up(self, path: Path) -> None:
        self.back_up.setEnabled(True)
        now = self._desk.services.clock().isoformat(timespec="seconds")
        self._desk.preferences.keep_text(self._last_key, f"{now} {path}")
        words = self.tr("A verified backup was made: {name}").format(name=path.name)
        self._desk.switchboard.noticed.emit(Notice(words))
        self._say_backup()

    def _not_backed_up(self, refused: Refused) -> None:
        self.back_up.setEnabled(True)
        self._changes.refuse(refused)
        self._say_backup()

    @property
    def _last_key(self) -> str:
        return f"{LAST}/{self._desk.meeting.id}"

    def _say_backup(self) -> None:
        if not self.back_up.isEnabled():
            return
        at, path = _last(self._desk.preferences.text(self._last_key))
        self.folder.setVisible(bool(self._desk.preferences.text(FOLDER)))
        if at is None:
            title, about = self.tr("No backup yet"), self.tr("Make one before the doors open.")
            self.backup_row.say(WARN, title, about)
            return
        local, now = self._desk.meeting.local(at), self._desk.now()
        mark = OK if local.date() == now.date() else WARN
        self.backup_row.say(mark, self._when(local, now), path)
        self.backup_row.setToolTip(path)

    def _when(self, local: datetime, now: datetime) -> str:
        time = hour(local)
        if local.date() == now.date():
            return self.tr("Last backup today at {time}").format(time=time)
        if local.date() == now.date() - timedelta(days=1):
            return self.tr("Last backup yesterday at {time}").format(time=time)
        day = short_day(local.date(), self._desk.wording)
        return self.tr("Last backup on {day} at {time}").format(day=day, time=time)


def _last(kept: str) -> tuple[datetime | None, str]:
    """When the last backup was made and where; somebody may have written there since."""
    written, _, path = kept.partition(" ")
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None, ""
    return (at if at.tzinfo else None), path


def _bytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1000:.0f} kB"
