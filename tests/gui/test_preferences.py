"""What a computer remembers of its windows, from one start to the next."""

import gc
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray

from checkin.gui.preferences import Preferences, Recent, usual_place

DAYS = (date(2022, 7, 5), date(2022, 7, 6))


def test_what_was_kept_is_there_at_the_next_start(qapp, tmp_path: Path):
    first = Preferences(tmp_path / "window.ini")
    first.keep_text("theme", "dark")
    first.keep_state("geometry", QByteArray(b"\x01\x02"))
    del first
    again = Preferences(tmp_path / "window.ini")
    assert again.text("theme") == "dark"
    assert again.state("geometry") == QByteArray(b"\x01\x02")
    assert again.text("page", "reception") == "reception"


def test_an_odd_file_counts_as_nothing(qapp, tmp_path: Path):
    file = tmp_path / "window.ini"
    file.write_bytes(b"\x00\xff[recent\ntheme=@Invalid()\ngeometry=7")
    odd = Preferences(file)
    assert odd.text("theme", "light") in ("light", "@Invalid()")
    assert odd.state("geometry") == QByteArray()
    assert odd.recent() == []


def test_the_meeting_opened_last_stands_first_and_eight_are_remembered(qapp, tmp_path: Path):
    kept = Preferences(tmp_path / "window.ini")
    for number in range(10):
        kept.remember(Recent(tmp_path / f"{number}.checkin", f"Meeting {number}"))
    again = Recent(tmp_path / "5.checkin", "Meeting 5 again", "Madrid", "Europe/Madrid", DAYS, 183)
    kept.remember(again)
    recent = Preferences(tmp_path / "window.ini").recent()
    assert recent[0] == again
    titles = [one.title for one in recent]
    assert titles[0] == "Meeting 5 again"
    assert len(titles) == 8
    assert "Meeting 5" not in titles
    kept.forget(tmp_path / "5.checkin")
    assert "Meeting 5 again" not in [one.title for one in kept.recent()]


def test_without_a_file_nothing_is_left_behind(qapp):
    kept = Preferences()
    kept.keep_text("theme", "dark")
    assert kept.text("theme") == "dark"
    assert Preferences().text("theme") == ""


def test_the_usual_place_is_a_file_of_this_users_own(qapp):
    assert usual_place().name == "window.ini"


def test_a_file_that_went_elsewhere_is_remembered_where_it_is_now(qapp, tmp_path: Path):
    kept = Preferences()
    kept.remember(Recent(tmp_path / "a.checkin", "A"))
    kept.remember(Recent(tmp_path / "b.checkin", "B"))
    kept.found_again(tmp_path / "a.checkin", tmp_path / "stick" / "a.checkin")
    assert [one.path.parent.name for one in kept.recent()] == [tmp_path.name, "stick"]


def test_days_and_counts_that_somebody_wrote_over_count_as_none(qapp, tmp_path: Path):
    kept = Preferences()
    kept.remember(Recent(tmp_path / "a.checkin", "A", days=DAYS, people=3))
    kept.keep_text("recent/0/days", "yesterday")
    kept.keep_text("recent/0/people", "many")
    assert kept.recent() == [Recent(tmp_path / "a.checkin", "A")]


def test_what_is_kept_for_a_rehearsal_leaves_no_file_behind(preferences):
    preferences.keep_text("recent/0/path", "/somewhere/madrid.checkin")
    practised = preferences.practice()
    practised.keep_text("window/page", "badges")
    place = Path(practised._place.path())
    assert place.is_dir()
    del practised
    gc.collect()
    assert not place.exists()
