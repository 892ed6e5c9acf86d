"""Noto Sans and Noto Sans Arabic from our own files, and nothing else."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from checkin.paths import resource

FAMILIES = ("Noto Sans", "Noto Sans Arabic")
_FILES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold")


def load_fonts() -> None:
    """Makes our fonts known to the application; needs a QGuiApplication."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))


@cache
def font(px: int, bold: bool = False) -> QFont:
    """A font of so many pixels; shared, so never changed by whoever gets it."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(max(px, 1))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
