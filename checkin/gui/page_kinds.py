"""The pages after Reception, in their order; each is loaded when it is made."""

from PySide6.QtCore import QCoreApplication

from checkin.gui.desk import Desk
from checkin.gui.pages import Page, PageKind


def page_kinds() -> tuple[PageKind, ...]:
    """What the rail offers below Reception."""
    say = QCoreApplication.translate
    return (
        PageKind("delegates", "delegates", say("Navigation", "Delegates"), _delegates),
        PageKind("badges", "badges", say("Navigation", "Badges"), _badges),
        PageKind("attendance", "attendance", say("Navigation", "Attendance"), _attendance),
        PageKind("meeting", "meeting", say("Navigation", "Meeting"), _meeting),
    )


def _delegates(desk: Desk) -> Page:
    from checkin.gui.delegates.page import DelegatesPage

    return DelegatesPage(desk)


def _badges(desk: Desk) -> Page:
    from checkin.gui.badges.page import BadgesPage

    return BadgesPage(desk)


def _attendance(desk: Desk) -> Page:
    from checkin.gui.attendance.page import AttendancePage

    return AttendancePage(desk)


def _meeting(desk: Desk) -> Page:
    from checkin.gui.meeting.page import MeetingPage

    return MeetingPage(desk)
