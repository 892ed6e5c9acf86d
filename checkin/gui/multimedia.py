"""QtMultimedia, loaded when it is needed and without its remarks on libraries it does without.

No message handler of ours: threads of a sound server may speak at any time, and Qt would call
into Python from them.
"""

from PySide6.QtCore import QLoggingCategory

_RULES = "qt.multimedia.*=false"


def quieten_multimedia() -> None:
    """What it lacks is told by the lamps; to be called before QtMultimedia is loaded."""
    QLoggingCategory.setFilterRules(_RULES)
