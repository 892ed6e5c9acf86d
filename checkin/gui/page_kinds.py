"""The pages after Reception, in their order; each is loaded when it is wanted."""

from PySide6.QtCore import QCoreApplication

from checkin.gui.pages import MakesPage, PageKind


def page_kinds() -> tuple[PageKind, ...]:
    """What the rail offers below Reception."""
    say = QCoreApplication.translate
    return (
        PageKind("delegates", "delegates", say("Navigation", "Delegates"), _delegates),
        PageKind("badges", "badges", say("Navigation", "Badges"), _badges),
        PageKind("attendance", "attendance", say("Navigation", "Attendance"), _attendance),
        PageKind("meeting", "meeting", say("Navigation", "Meeting"), _meeting),
    )


def _delegates() -> MakesPage:
    from checkin.gui.delegates.page import DelegatesPage

    return DelegatesPage


def _badges() -> MakesPage:
    from checkin.gui.badges.page import BadgesPage

    return BadgesPage


def _attendance() -> MakesPage:
    from checkin.gui.attendance.page import AttendancePage

    return AttendancePage


def _meeting() -> MakesPage:
    from checkin.gui.meeting.page import MeetingPage

    return MeetingPage
