"""A notice is read whole: the lamps of a narrow window say less beside it."""

import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.lamp import Lamp
from checkin.gui.look.marks import OK
from checkin.gui.look.measures import measures_for
from checkin.gui.look.theme import theme
from checkin.gui.status_line import FileState, StatusLine
from checkin.gui.switchboard import Notice

LONG = "DA COSTA Louis: 5 July at 08:30, from paper, before the arrival at 08:57. Recorded."


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    made = StatusLine(theme("light"))
    qtbot.addWidget(made)
    made.apply(measures_for(960, 540))
    for name in ("Sound", "Camera", "Serial", "Printer"):
        made.make_lamp(name).show_state(OK, "ready")
    made.resize(880, made.height())
    made.show()
    return made


def said(line: StatusLine) -> int:
    """How many lamps say their state in words."""
    return sum(not lamp.short for lamp in line.findChildren(Lamp))


def shown(line: StatusLine) -> list[str]:
    """What of the lamps can be read."""
    lamps = line.findChildren(Lamp)
    return [lamp.accessibleName() for lamp in lamps if lamp.sizeHint().width() > 0]


def test_a_notice_has_the_room_for_its_words(line: StatusLine, qtbot: QtBot) -> None:
    assert said(line) == 6
    line.notice.say(Notice(LONG, act="an act"))
    qtbot.waitUntil(lambda: line.notice.width() >= line.notice.room_wanted > 0)
    assert said(line) == 0
    line.notice.clear()
    assert said(line) == 6


def test_without_a_notice_every_lamp_has_its_words_however_narrow_the_window(
    line: StatusLine,
) -> None:
    line.resize(300, line.height())
    line.notice.say(Notice("Changed."))
    line.notice.clear()
    assert said(line) == 6


def test_what_comes_while_a_notice_stands_takes_its_share_too(
    line: StatusLine, qtbot: QtBot
) -> None:
    line.notice.say(Notice(LONG))
    line.make_lamp("Desks").show_state(OK, "ready, and for some time already, all of them")
    assert said(line) == 0
    line.show_file(FileState(failed=True))
    assert said(line) == 1
    qtbot.waitUntil(lambda: line.notice.width() >= line.notice.room_wanted > 0)


def test_what_does_not_work_stays_in_words_beside_a_notice(line: StatusLine) -> None:
    line.notice.say(Notice(LONG))
    line.show_file(FileState(failed=True))
    assert shown(line) == ["File: not saved: the disk does not take anything"]


def test_a_short_notice_leaves_every_lamp_its_name(line: StatusLine, qtbot: QtBot) -> None:
    line.notice.say(Notice("Changed."))
    assert len(shown(line)) == len(line.findChildren(Lamp))
    qtbot.waitUntil(lambda: line.notice.width() >= line.notice.room_wanted > 0)
