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
        made.make_lamp(name).show_state(OK, "ready, and for some time already")
    made.resize(880, made.height())
    made.show()
    return made


def shown(line: StatusLine) -> list[str]:
    """What of the lamps can be read."""
    lamps = line.findChildren(Lamp)
    return [lamp.accessibleName() for lamp in lamps if lamp.sizeHint().width() > 0]


def test_a_notice_has_the_room_for_its_words(line: StatusLine, qtbot: QtBot) -> None:
    wide = sum(lamp.sizeHint().width() for lamp in line.findChildren(Lamp))
    line.notice.say(Notice(LONG, act="an act"))
    qtbot.waitUntil(lambda: line.notice.width() >= line.notice.room_wanted > 0)
    line.notice.clear()
    assert sum(lamp.sizeHint().width() for lamp in line.findChildren(Lamp)) == wide


def test_what_does_not_work_stays_in_words_beside_a_notice(line: StatusLine) -> None:
    line.notice.say(Notice(LONG))
    line.show_file(FileState(failed=True))
    assert shown(line) == ["File: not saved: the disk does not take anything"]


def test_a_short_notice_leaves_every_lamp_its_name(line: StatusLine, qtbot: QtBot) -> None:
    line.notice.say(Notice("Changed."))
    assert len(shown(line)) == len(line.findChildren(Lamp))
    qtbot.waitUntil(lambda: line.notice.width() >= line.notice.room_wanted > 0)
