"""Which report, in which language, and what to do with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from checkin.domain.report import REPORT_FORMATS
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.fields import Choice, labelled
from checkin.gui.kit.panels import Panel
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures

LANGUAGE_NAMES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "ar": "العربية",
}


class ReportChoice(Panel):
    """`changed` asks for another report, `save_asked` carries the format of a file."""

    changed = Signal()
    save_asked = Signal(str)
    print_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        kinds: Sequence[str],
        languages: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, desk.wording.say("attendance.title"), parent)
        self.about = FitLabel(desk.theme, 14, tone="ink2")
        named = [(kind, desk.wording.say(f"{kind}.title")) for kind in kinds]
        self.kinds = Choice(self.tr("Report"), named)
        told = [(language, LANGUAGE_NAMES[language]) for language in languages]
        self.languages = Choice(self.tr("Language of the report"), told)
        self.languages.choose(desk.wording.language)
        self.kinds.chosen.connect(lambda _: self.changed.emit())
        self.languages.chosen.connect(lambda _: self.changed.emit())
        self._make_buttons()
        self._lay_out(len(kinds) > 1)

    def _make_buttons(self) -> None:
        words = {
            "pdf": self.tr("Save as PDF"),
            "xlsx": self.tr("Save as XLSX"),
            "csv": self.tr("Save as CSV"),
        }
        self.save_buttons = {
            form: button(
                self.theme,
                words[form],
                "primary" if form == "pdf" else "plain",
                does=partial(self.save_asked.emit, form),
            )
            for form in REPORT_FORMATS
        }
        self.print_button = button(
            self.theme, self.tr("Print"), "plain", "printer", self.print_asked.emit
        )
        self.print_button.setToolTip("Ctrl+P")
        self.save_buttons["pdf"].setToolTip("Ctrl+S")

    def _lay_out(self, several_kinds: bool) -> None:
        self.title.say(self.tr("Report"))
        self.column.addWidget(self.about)
        kinds = labelled(self.theme, self.tr("Report"), self.kinds)
        self.column.addWidget(kinds)
        kinds.setVisible(several_kinds)  # only now: by itself it would be a window
        label = self.tr("Language of the report")
        self.column.addWidget(labelled(self.theme, label, self.languages))
        self.column.addSpacing(6)
        for one in (*self.save_buttons.values(), self.print_button):
            self.column.addWidget(one)
        self.column.addStretch(1)

    @property
    def kind(self) -> str:
        """The chosen kind."""
        return self.kinds.key

    @property
    def language(self) -> str:
        """The chosen language."""
        return self.languages.key

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self.title.set_px(max(measures.px(17), 15))
        self.about.set_px(max(measures.px(14), 13))

    def say_about(self, words: str) -> None:
        """Says what the report is about."""
        self.about.say(words)

    def allow(self, ready: bool) -> None:
        """Only a report that is in sight is saved or printed."""
        for one in (*self.save_buttons.values(), self.print_button):
            one.setEnabled(ready)
