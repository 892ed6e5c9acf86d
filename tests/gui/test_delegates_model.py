"""The table's rows: sorted as people read, found by what people type, counted as they are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from checkin.domain.roll import BadgeState
from checkin.gui.delegates.sieve import EVERYBODY, Wanted
from tests.gui.roll_rows import NINE, columns, model, names, row

DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
PLACES = {column.key: place for place, column in enumerate(columns())}
PEOPLE = (
    row("Zidane", "Aïcha", "Tunisia TN", "TN-001", capacity="head", days=(NINE, None)),
    row("ÁVILA", "Lucía", "Spain ES", "ES-010", function="Director of Borders", badge="printed"),
    row("N'DIAYE", "Awa", "Senegal SN", "SN-014", capacity="head", status="withdrawn"),
    row("avila", "Ana", "Spain ES", "ES-002", working_group="B", badge="changed"),
    row("BENALI", "", " ", "ZZ-001", provisional=True, days=(NINE, NINE), badge="voided"),
)


def wanting(text: str = "", **chosen: str) -> list[str]:
    shown = model(*PEOPLE)
    shown.want(Wanted(text, {facet: frozenset(of.split()) for facet, of in chosen.items()}))
    return names(shown)


def test_names_stand_in_the_order_of_letters_whatever_their_accents() -> None:
    assert names(model(*PEOPLE)) == ["avila", "ÁVILA", "BENALI", "N'DIAYE", "Zidane"]


def test_whoever_has_nothing_in_a_column_stands_at_its_end() -> None:
    shown = model(*PEOPLE)
    for key in ("delegation", "function", "group", "day0"):
        shown.sort(PLACES[key], UP)
        last = shown.row_at(4)
        assert last
        assert not {
            "delegation": last.delegation.name,
            "function": last.delegate.function,
            "group": last.delegate.working_group,
            "day0": last.arrivals[0],
        }[key]


def test_those_who_are_alike_in_a_column_stay_in_the_order_of_names() -> None:
    shown = model(*PEOPLE)
    shown.sort(PLACES["capacity"], UP)
    assert names(shown) == ["N'DIAYE", "Zidane", "avila", "ÁVILA", "BENALI"]
    shown.sort(PLACES["capacity"], DOWN)
    assert names(shown) == ["avila", "ÁVILA", "BENALI", "N'DIAYE", "Zidane"]
    shown.sort(PLACES["badge"], UP)
    assert names(shown)[:2] == ["ÁVILA", "avila"]


def test_a_column_that_there_is_not_changes_no_order() -> None:
    shown = model(*PEOPLE)
    shown.sort(99, UP)
    shown.sort(-1, DOWN)
    assert shown.sorted_by == "name"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("avila", ["avila", "ÁVILA"]),
        ("LUCIA avil", ["ÁVILA"]),
        ("ndiaye", ["N'DIAYE"]),
        ("direc bord", ["ÁVILA"]),
        ("spain", ["avila", "ÁVILA"]),
        ("vila", []),
        ("es10", ["ÁVILA"]),
        ("ES-002", ["avila"]),
        ("sn14", ["N'DIAYE"]),
        ("es-0", ["avila", "ÁVILA"]),
        ("es-77", []),
        ("  ", ["avila", "ÁVILA", "BENALI", "N'DIAYE", "Zidane"]),
    ],
)
def test_people_are_found_by_beginnings_of_words_and_by_badge_number(
    typed: str, found: list[str]
) -> None:
    assert wanting(typed) == found


def test_filters_narrow_together_with_each_other_and_the_search() -> None:
    assert wanting(capacity="head") == ["N'DIAYE", "Zidane"]
    assert wanting(capacity="head", status="listed") == ["Zidane"]
    assert wanting("av", badge="printed voided") == ["ÁVILA"]
    assert wanting(day0="arrived", day1="missing") == ["Zidane"]
    assert wanting("es10", badge="changed") == []


def test_somebody_withdrawn_is_neither_here_nor_missing() -> None:
    counts = model(*PEOPLE).counts("day0")
    assert (counts["arrived"], counts["missing"]) == (2, 2)


def test_counts_of_a_filter_follow_all_the_others() -> None:
    shown = model(*PEOPLE)
    shown.want(Wanted("", {"delegation": frozenset(("Spain",)), "badge": frozenset(("printed",))}))
    assert shown.counts("badge") == {"printed": 1, "changed": 1}
    assert shown.counts("delegation") == {"Spain": 1}


def test_a_row_that_changed_moves_to_its_new_place_and_stays_found() -> None:
    shown = model(*PEOPLE)
    shown.want(Wanted("awa"))
    assert names(shown) == ["N'DIAYE"]
    changed = replace(PEOPLE[2].delegate, family_name="ADAMS")
    shown.put([replace(PEOPLE[2], delegate=changed), row("NEW", "Awa")])
    assert names(shown) == ["ADAMS", "NEW"]
    shown.want(EVERYBODY)
    assert names(shown)[0] == "ADAMS"
    assert len(shown.rows) == 6
    assert shown.counts("delegation")["Morocco"] == 1


def test_a_row_that_changed_in_its_place_is_painted_and_nothing_is_begun_afresh(
    qtbot: QtBot,
) -> None:
    shown = model(*PEOPLE)
    with qtbot.waitSignal(shown.dataChanged), qtbot.assertNotEmitted(shown.modelReset):
        shown.put([replace(PEOPLE[0], badge=BadgeState.PRINTED)])


def test_the_first_person_of_an_empty_list_is_shown() -> None:
    shown = model()
    shown.put([])
    shown.put([row("SARR")])
    assert names(shown) == ["SARR"]
    assert shown.row_of("SARR") is shown.row_at(0)
    assert shown.row_of("nobody") is None
    assert shown.row_at(7) is None
    assert (shown.line_of("SARR"), shown.line_of("nobody")) == (0, -1)


def test_those_who_hear_the_table_hear_what_the_others_see() -> None:
    shown = model(*PEOPLE)
    texts = {
        one.key: [shown.index(line, place).data() for line in range(5)]
        for place, one in enumerate(columns())
    }
    assert texts["name"][2:4] == ["BENALI provisional", "N'DIAYE Awa withdrawn"]
    assert texts["delegation"][0] == "Spain"
    assert texts["capacity"][4] == "Head of delegation"
    assert texts["day0"] == ["not yet", "not yet", "09:04", "", "09:04"]
    assert texts["badge"] == ["changed", "printed", "voided", "not printed", "not printed"]
    assert shown.headerData(5, Qt.Orientation.Horizontal) == "5 July"


def test_the_table_is_read_only_and_answers_nothing_it_is_not_asked() -> None:
    shown = model(*PEOPLE)
    index = shown.index(0, 0)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert shown.data(QModelIndex()) is None
    assert shown.headerData(0, Qt.Orientation.Vertical) is None
    assert (shown.rowCount(index), shown.columnCount(index)) == (0, 0)
    assert shown.place_of_column("none") == -1
