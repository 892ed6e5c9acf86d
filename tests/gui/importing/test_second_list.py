"""A second list at the window: what is new, changed, doubtful, and what people decide about it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from checkin.gui.importing.intake import Stage
from tests.conftest import SALMA
from tests.gui.importing.seen import LEFT, names, numbers, problems, until_done
from tests.people import PEOPLE, list_of, many_people

CHANGED = PEOPLE.replace("Director of Borders", "Minister").replace("Protocol", "Head of Protocol")
DOUBTFUL = (
    "Reference;Family name;Given names;Function;Delegation\n"
    "R-90;GARCIA;Lucia;Protocol;France\nR-2;BENNANI;Mohamed;Adviser;Morocco\n"
)


def person(services, reference: str):
    return next(one for one in services.lists.everybody(SALMA) if one.reference == reference)


def lines(importing) -> list[str]:
    model = importing.panel.preview.lines.lines
    return [model.index(row).data() for row in range(model.rowCount())]


def click_line(qtbot, importing, text: str) -> None:
    view = importing.panel.preview.lines
    row = next(at for at, line in enumerate(lines(importing)) if text in line)
    place = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)


@pytest.fixture
def changed(tmp_path) -> Path:
    return list_of(tmp_path / "second.csv", CHANGED)


def test_what_a_list_changes_is_shown_field_by_field_and_ours_can_be_kept(
    qtbot, offer, changed, services
):
    importing = offer(changed)
    preview = importing.panel.preview
    assert numbers(importing) == ["0", "2", "0", "0", "5", "0"]
    assert preview.tiles.chosen == "changed"
    assert lines(importing) == [
        "EL OUAFI Nadia: Function, Director of Borders → Minister. Click to keep ours",
        "GARCÍA Lucía: Function, Protocol → Head of Protocol. Click to keep ours",
    ]
    click_line(qtbot, importing, "GARCÍA")
    assert lines(importing)[1] == (
        "GARCÍA Lucía: Function, Head of Protocol → Protocol. Click to take theirs"
    )
    assert importing.panel.import_button.text() == "Change 1"
    qtbot.mouseClick(importing.panel.import_button, LEFT)
    until_done(qtbot, importing)
    assert person(services, "R-1").function == "Minister"
    assert person(services, "R-6").function == "Protocol"


def test_a_whole_import_is_taken_back_with_one_key(qtbot, window, offer, changed, services):
    more = CHANGED + "R-8;ALAMI;Hind;;Counsellor;Morocco;Delegate;;\n"
    importing = offer(list_of(changed, more))
    qtbot.mouseClick(importing.panel.import_button, LEFT)
    until_done(qtbot, importing)
    qtbot.waitUntil(lambda: "1 added, 2 changed" in window.status.notice.text)
    assert "ALAMI" in names(services)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.status.notice.text.startswith("Taken back:"))
    assert person(services, "R-1").function == "Director of Borders"
    assert person(services, "R-8").status.value == "withdrawn"


def test_whoever_arrived_since_stays_and_is_named(qtbot, window, offer, changed, services):
    more = CHANGED + "R-8;ALAMI;Hind;;Counsellor;Morocco;Delegate;;\n"
    importing = offer(list_of(changed, more))
    qtbot.mouseClick(importing.panel.import_button, LEFT)
    until_done(qtbot, importing)
    qtbot.waitUntil(window.status.notice.button.isVisible)
    hind = person(services, "R-8")
    held = [badge for badge, holder in services.badges.all(SALMA) if holder == hind]
    assert services.reception.scan(held[0].token, SALMA).value.recorded
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "ALAMI Hind has arrived" in window.question.text)
    assert person(services, "R-8").status.value == "listed"


def test_a_doubtful_row_becomes_whoever_is_chosen(qtbot, offer, tmp_path, services):
    importing = offer(list_of(tmp_path / "doubt.csv", DOUBTFUL))
    assert numbers(importing)[2] == "1"
    importing.panel.preview.tiles.tiles["doubtful"].click()
    (line,) = lines(importing)
    assert "GARCIA Lucia" in line
    assert "like GARCÍA Lucía" in line
    assert "a new person" in line
    click_line(qtbot, importing, "GARCIA")
    assert "the same as GARCÍA Lucía, Spain" in lines(importing)[0]
    qtbot.mouseClick(importing.panel.import_button, LEFT)
    until_done(qtbot, importing)
    assert sum(name in ("GARCÍA", "GARCIA") for name in names(services)) == 1
    click_again = offer(list_of(tmp_path / "again.csv", DOUBTFUL))
    assert numbers(click_again)[2] == "0"


def test_a_doubtful_row_may_be_left(qtbot, offer, tmp_path, services):
    before = names(services)
    importing = offer(list_of(tmp_path / "doubt.csv", DOUBTFUL))
    importing.panel.preview.tiles.tiles["doubtful"].click()
    for _ in range(2):
        click_line(qtbot, importing, "GARCIA")
    assert "left out" in lines(importing)[0]
    importing.intake.apply()
    until_done(qtbot, importing)
    assert names(services) == before


def test_a_spelling_is_mended_once_for_all_its_rows(qtbot, offer, tmp_path, services):
    text = "Reference;Name;Country\nX-1;SORO Awa;Marroco\nX-2;SORO Ali;Marroco\n"
    importing = offer(list_of(tmp_path / "typo.csv", text))
    preview = importing.panel.preview
    (typing_error, _) = [row for row in range(2) if "Marroco" in problems(importing)[row]]
    preview.problems.setCurrentIndex(preview.problems.rows.index(typing_error, 0))
    assert preview.answering.isVisible()
    assert "Marroco" in preview.answering.says.text()
    assert [offer.text() for offer in preview.answering.offers] == ["Morocco"]
    qtbot.mouseClick(preview.answering.offers[0], LEFT)
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert problems(importing) == []
    importing.intake.apply()
    until_done(qtbot, importing)
    assert {person(services, ref).country for ref in ("X-1", "X-2")} == {"MA"}


def test_a_column_is_taken_for_what_the_operator_says_and_that_is_remembered(
    qtbot, offer, tmp_path, services
):
    text = "Nr;Wer;Woher;Wofür\nX-1;SORO Awa;Mali;Judge\nX-2;DIOP Ali;Mali;Clerk\n"
    importing = offer(list_of(tmp_path / "own.csv", text))
    table = importing.panel.preview.table
    excerpt = importing.intake.listed.excerpt
    place = excerpt.header.index("Wofür")
    menu = table.fields.ask(*table.rows.column(place + 1))
    next(one for one in menu.actions() if one.text() == "Function").trigger()
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert importing.intake.listed.columns["function"] == "Wofür"
    importing.intake.apply()
    until_done(qtbot, importing)
    turned = "Wofür;Woher;Wer;Nr\nGuard;Mali;SY Lamine;X-3\n"
    again = offer(list_of(tmp_path / "later.csv", turned))
    assert again.intake.listed.columns["function"] == "Wofür"
    again.intake.apply()
    until_done(qtbot, again)
    lamine = next(one for one in services.lists.everybody(SALMA) if one.name == "SY Lamine")
    assert lamine.function == "Guard"


def test_what_is_said_later_joins_what_is_remembered(qtbot, offer, tmp_path):
    header = "Nr;Wer;Woher;Wofür;Wozu\n"

    def said(name: str, row: str, column: str, field: str) -> None:
        importing = offer(list_of(tmp_path / name, header + row))
        table = importing.panel.preview.table
        place = importing.intake.listed.excerpt.header.index(column)
        menu = table.fields.ask(*table.rows.column(place + 1))
        next(one for one in menu.actions() if one.text() == field).trigger()
        qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
        importing.intake.apply()
        until_done(qtbot, importing)

    said("first.csv", "X-1;SORO Awa;Mali;Judge;blue\n", "Wofür", "Function")
    said("second.csv", "X-2;DIOP Ali;Mali;Clerk;red\n", "Wozu", "Seat")
    third = offer(list_of(tmp_path / "third.csv", header + "X-3;SY Lamine;Mali;Guard;green\n"))
    columns = third.intake.listed.columns
    assert (columns["function"], columns["seat"]) == ("Wofür", "Wozu")


def test_the_row_of_the_header_can_be_chosen(qtbot, offer, tmp_path):
    text = "Name;Country\nName;Country\nSORO Awa;Mali\n"
    importing = offer(list_of(tmp_path / "twice.csv", text))
    header = importing.panel.source.header
    header.choose("2")
    header.chosen.emit("2")
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert importing.intake.listed.header_row == 2


def test_a_list_whose_names_nobody_finds_is_shown_so_that_they_can_be_named(qtbot, offer, tmp_path):
    importing = offer(list_of(tmp_path / "numbers.csv", "a;b\n1;2\n3;4\n"))
    assert importing.panel.preview.isVisible()
    assert not importing.panel.import_button.isEnabled()
    table = importing.panel.preview.table
    menu = table.fields.ask(*table.rows.column(1))
    next(one for one in menu.actions() if one.text() == "Whole name").trigger()
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert numbers(importing)[0] == "2"


def test_the_beginning_of_a_long_list_is_seen_before_the_rest_is_read(qtbot, window, tmp_path):
    many = many_people(tmp_path / "many.csv", 30_000)
    window.show_page("other")
    window._board.list_offered.emit(str(many))
    qtbot.waitUntil(lambda: window._importing is not None)
    importing = window._importing
    qtbot.waitUntil(lambda: importing.panel.preview.isVisible())
    assert importing.intake.stage is Stage.READING
    assert numbers(importing) == ["…"] * 6
    assert importing.panel.preview.table.rows.rowCount() == 99
    assert not importing.panel.import_button.isVisible()
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY, timeout=60_000)
    assert numbers(importing)[0] == "30000"


def test_rows_left_out_are_saved_with_their_reasons(qtbot, window, offer, longer, tmp_path):
    preview = offer(longer).panel.preview
    preview.tiles.tiles["left_out"].click()
    assert preview.left_out.isVisible()
    assert [line.title for line in preview.lines.lines.rows] == ["Row 10"]
    to = tmp_path / "out.xlsx"
    preview.left_out.save_to(str(to))
    qtbot.waitUntil(lambda: "out.xlsx" in window.status.notice.text)
    assert to.stat().st_size > 1000
    preview.left_out.save_to(str(tmp_path / "nowhere" / "out.xlsx"))
    qtbot.waitUntil(lambda: "nowhere" in preview.left_out.says.text())


def test_a_list_that_was_mended_meanwhile_is_read_again(qtbot, offer, longer):
    importing = offer(longer)
    assert numbers(importing)[5] == "1"
    longer.write_text(longer.read_text(encoding="utf-8").replace("R-9;;", "R-9;SY;"), "utf-8")
    qtbot.mouseClick(importing.panel.source.again_button, LEFT)
    qtbot.waitUntil(lambda: importing.intake.stage is Stage.READY)
    assert numbers(importing)[5] == "0"


def test_a_text_file_named_like_a_workbook_is_read_and_said(offer, tmp_path):
    importing = offer(list_of(tmp_path / "list.xlsx", PEOPLE))
    assert numbers(importing)[4] == "7"
    assert problems(importing)[0].startswith("The list: The file is")
