"""QtMultimedia, loaded when it is needed and without the lines it writes where a library lacks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLoggingCategory, QMessageLogContext, QtMsgType, qInstallMessageHandler

_RULES = "qt.multimedia.*=false"
_IDLE_TALK = ("PulseAudioService: ", "QSoundEffect: playback of this format is not supported")


@contextmanager
def quiet_multimedia() -> Iterator[None]:
    """What QtMultimedia says of libraries and devices it does without is told by the lamps."""
    QLoggingCategory.setFilterRules(_RULES)
    before = qInstallMessageHandler(None)

    def handler(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text.startswith(_IDLE_TALK):
            return
        if before:
            before(kind, context, text)
        else:
            sys.stderr.write(f"{text}\n")

    qInstallMessageHandler(handler)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
