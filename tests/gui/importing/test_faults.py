"""Lists that are none, full disks, windows that close: said in place, nothing half-done."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from checkin.domain.facts import DelegateWithdrawn
from checkin.domain.outcome import Change
from checkin.gui.importing.importing import Importing
from checkin.gui.importing.intake import Stage
from tests.conftest import SALMA
from tests.gui.importing.conftest import OtherPage
from tests.gui.importing.seen import LEFT, names, numbers, problems, until_done
from tests.people import list_of, many_people


@contextmanager
def full_disk(services) -> Iterator[None]:
    """Nothing may grow: no list fits, whatever is there already."""
    services.file.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_text_file_read_in_letters_it_is_not_in_is_said_and_read_once_others_are_chosen(
    qtbot, offer, tmp_path, services
):
    path = tmp_path / "old.csv"
    path.write_bytes("Nom;Pays\nMÜLLERS;Allemagne\n".encode("cp1252"))
    importing = offer(path)
    panel = importing.panel
    panel.source.letters.choose("utf-16-le")
    panel.source.letters.chosen.emit("utf-16-le")
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.UNREADABLE)
    assert panel.trouble.text.startswith("old.csv cannot be read as a list (it is not utf-16-le).")
    assert "choose its letters" in panel.says.text()
    panel.source.letters.choose("cp1252")
    panel.source.letters.chosen.emit("cp1252")
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert panel.trouble.isHidden()
    importing.intake.apply()
    until_done(qtbot, importing)
    assert "MÜLLERS" in names(services)


def test_a_file_that_is_no_list_is_said_in_place_and_another_can_be_chosen(
    qtbot, window, offer, longer, tmp_path
):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF-1.7 Dear Sir")
    importing = offer(path, page="reception", stage=Stage.UNREADABLE)
    assert "letter.pdf cannot be read as a list (it is a PDF)" in importing.strip.trouble.text
    assert window.page.field.hasFocus()
    qtbot.mouseClick(importing.strip.trouble.action, LEFT)
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(longer))
    dialog.reject()
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert importing.strip.trouble.isHidden()


def test_a_refusal_at_the_desk_goes_when_it_is_closed(qtbot, offer, tmp_path):
    importing = offer(tmp_path / "gone.csv", page="reception", stage=Stage.UNREADABLE)
    assert "There is no file gone.csv" in importing.strip.trouble.text
    qtbot.mouseClick(importing.strip.trouble.close_button, LEFT)
    assert importing.intake.stage is Stage.NONE
    assert importing.strip.isHidden()


def test_the_meeting_file_itself_is_no_list(offer, services):
    importing = offer(services.file.path, stage=Stage.UNREADABLE)
    assert "the meeting file itself" in importing.panel.trouble.text
    assert importing.panel.source.letters.isHidden()


def test_a_file_that_disappears_after_it_was_read_is_taken_in_all_the_same(
    qtbot, offer, longer, services
):
    importing = offer(longer)
    longer.unlink()
    importing.intake.apply()
    until_done(qtbot, importing)
    assert "ALAMI" in names(services)


def test_hostile_cells_and_names_are_only_texts(offer, tmp_path):
    path = tmp_path / "a & <b>\u202egpj.csv"
    text = (
        "Family name;Delegation;<img src=x>\n<b>BOLD</b>;<a href=x>Spain;x\n"
        f"EV\x07IL\u202eTXT;{'long ' * 5000};y\n"
    )
    importing = offer(list_of(path, text))
    assert importing.intake.name == "a & <b>gpj.csv"
    assert importing.panel.source.name.textFormat() is Qt.TextFormat.PlainText
    table = importing.panel.preview.table.rows
    assert table.index(0, 1).data() == "<b>BOLD</b>"
    assert "&lt;b&gt;" in table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert table.index(1, 1).data() == "EV ILTXT"
    assert len(table.index(1, 2).data()) == 201
    rows = importing.panel.preview.problems.rows
    assert all(len(said) < 300 for said in problems(importing))
    assert "&lt;a href" in rows.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert importing.panel.grab().height() > 0


def applying(qtbot, offer, tmp_path: Path, page: str = "other") -> Importing:
    """An import half-way."""
    importing = offer(many_people(tmp_path / "many.csv", 2000), page)
    importing.intake.apply()
    qtbot.waitUntil(lambda: importing.intake.progress.done > 0)
    assert importing.intake.stage is Stage.APPLYING
    return importing


def test_a_second_list_while_one_is_being_applied_is_refused_in_place(
    qtbot, window, offer, longer, tmp_path, services
):
    importing = applying(qtbot, offer, tmp_path)
    window._board.list_offered.emit(str(longer))
    assert "longer.csv was not opened" in importing.panel.trouble.text
    assert importing.panel.trouble.action.isHidden()
    until_done(qtbot, importing)
    assert len(names(services)) == 2007
    assert "ALAMI" not in names(services)


def test_work_that_takes_long_is_shown_with_a_number_and_cancelled_without_a_trace(
    qtbot, window, offer, tmp_path, services
):
    importing = applying(qtbot, offer, tmp_path)
    panel = importing.panel
    importing.intake.patience.timeout.emit()
    assert panel.bar.isVisible()
    assert panel.bar.maximum() == 4001 + 7  # and seven people whom it does not name
    assert panel.says.text().startswith("Importing many.csv: ")
    assert panel.says.text().endswith(" of 2000 people")
    assert panel.preview.table.hasFocus()  # a second press of the space bar does nothing
    qtbot.mouseClick(panel.cancel_button, LEFT)
    assert importing.intake.stage is Stage.READY
    assert panel.bar.isHidden()
    assert window.status.notice.text == "Cancelled: nothing of many.csv was kept."
    assert len(names(services)) == 7
    importing.intake.apply()
    until_done(qtbot, importing)
    assert len(names(services)) == 2007
    assert services.care.check(SALMA, deep=True).ok


def test_reading_that_takes_long_is_said_and_can_be_cancelled(qtbot, window, offer, tmp_path):
    importing = offer(tmp_path / "none.csv", stage=Stage.UNREADABLE)
    importing.intake.cancel()
    pipe = tmp_path / "slow.csv"
    many_people(pipe, 20_000)
    window._board.list_offered.emit(str(pipe))
    assert importing.panel.isHidden()
    importing.intake.patience.timeout.emit()
    assert importing.panel.isVisible()
    assert importing.panel.bar.isVisible()
    assert importing.panel.says.text().startswith("Reading slow.csv")
    qtbot.waitUntil(lambda: "of 20000 rows" in importing.panel.says.text())
    qtbot.mouseClick(importing.panel.cancel_button, LEFT)
    assert importing.panel.isHidden()
    qtbot.waitUntil(lambda: not window._board.tasks.running)
    assert importing.intake.stage is Stage.NONE


def test_once_a_list_that_took_long_is_ready_the_keys_belong_to_the_import(
    qtbot, window, offer, tmp_path
):
    importing = offer(tmp_path / "none.csv", stage=Stage.UNREADABLE)
    importing.intake.cancel()
    window._board.list_offered.emit(str(many_people(tmp_path / "slow.csv", 2000)))
    importing.intake.patience.timeout.emit()
    assert importing.panel.cancel_button.hasFocus()
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert importing.panel.import_button.hasFocus()


def test_a_list_offered_while_another_is_shown_takes_its_place(qtbot, window, offer, longer):
    importing = offer(longer)
    other = list_of(longer.with_name("other.csv"), "Family name\nSORO\nSOW\nDIOP\n")
    window._board.list_offered.emit(str(other))
    window._board.list_offered.emit(str(longer))
    window._board.list_offered.emit(str(other))
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert importing.panel.source.name.text() == "other.csv"
    assert numbers(importing)[0] == "3"


def test_a_full_disk_is_one_sentence_nobody_is_half_there_and_the_desk_goes_on(
    qtbot, window, type_in, tokens, offer, tmp_path, services
):
    importing = offer(many_people(tmp_path / "many.csv", 5000))
    with full_disk(services):
        importing.intake.apply()
        qtbot.waitUntil(lambda: importing.intake.trouble is not None)
        qtbot.waitUntil(lambda: importing.intake.stage in (Stage.READY, Stage.UNREADABLE))
    said = importing.panel.trouble.text
    assert "Nothing was recorded" in said
    assert len(said.splitlines()) == 1
    services.file.retry()
    assert len(names(services)) == 7
    window.show_page("reception")
    type_in(tokens["EL OUAFI Nadia"])
    assert services.file.arrivals.count() == 1
    assert services.care.check(SALMA, deep=True).ok


def test_other_work_on_the_file_makes_an_import_wait_and_say_so(
    qtbot, window, offer, longer, services
):
    importing = offer(longer)
    other = services.file.record_in_steps([DelegateWithdrawn("nobody")] * 3000, SALMA)
    assert window._board.work.begin(other, lambda: None, lambda refused: None)
    importing.intake.apply()
    assert "busy with other work" in importing.panel.trouble.text
    window._board.changed.emit(Change(everything=True))
    assert importing.intake.stage is Stage.PLANNING
    assert not importing.panel.import_button.isEnabled()
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert not window._board.work.running


def test_people_mended_meanwhile_are_compared_again(qtbot, window, offer, longer, services):
    importing = offer(longer)
    added = services.people.add(
        {"family_name": "ALAMI", "given_names": "Hind", "delegation": "Morocco"}, SALMA
    )
    window._board.changed.emit(added.change)
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert numbers(importing) == ["1", "1", "0", "0", "7", "1"]
    window._board.changed.emit(Change(arrivals=frozenset(("a",))))
    assert importing.intake.stage is Stage.READY


def test_a_window_closed_in_the_middle_asks_and_then_leaves_nothing_behind(
    qtbot, window, offer, tmp_path, services
):
    applying(qtbot, offer, tmp_path)
    window.close()
    assert window.isVisible()
    assert "nothing of it is kept" in window.question.text
    with qtbot.waitSignal(window.closed):
        qtbot.mouseClick(window.question.action, LEFT)
    assert len(names(services)) == 7
    assert services.care.check(SALMA, deep=True).ok


def test_a_file_that_is_taken_away_while_it_is_compared_is_said(
    qtbot, window, offer, longer, services
):
    importing = offer(longer)
    path, away = services.file.path, services.file.path.with_name("away.checkin")
    path.rename(away)
    importing.intake.apply()
    qtbot.waitUntil(lambda: importing.intake.trouble is not None)
    qtbot.waitUntil(lambda: importing.intake.stage in (Stage.READY, Stage.UNREADABLE))
    assert "Nothing was recorded" in importing.panel.trouble.text
    os.rename(away, path)
    services.file.retry()
    assert "ALAMI" not in names(services)


def test_a_meeting_file_that_cannot_be_used_takes_no_list(window, longer):
    window.stack.refuse(OtherPage(window._desk))
    window._board.list_offered.emit(str(longer))
    window._importing.offer(str(longer))
    assert window._importing.intake.stage is Stage.NONE
