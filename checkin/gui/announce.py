"""Telling a screen reader what has just appeared."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Has a text read aloud where a screen reader listens."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # not needed at the start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
