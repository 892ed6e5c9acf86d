"""On what the badges are printed, from which place on, in which order and language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from checkin.domain.badge_face import LAYOUTS, SHEETS
from checkin.domain.meeting import LANGUAGES
from checkin.domain.sheet import places_on
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import Segments
from checkin.gui.kit.fields import Choice
from checkin.gui.kit.panels import Panel
from checkin.gui.look.fonts import font
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.measures import Measures
from checkin.services.badge_order import BadgeOrder
from checkin.services.badges import BadgeChoice

_KEPT = "badges/paper", "badges/order", "badges/language"
_OWN_NAMES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "pt": "Português",
    "ar": "العربية",
}


def kept_paper(desk: Desk) -> tuple[str, str, str]:
    """(layout, sheet, language) that were chosen last on this computer."""
    paper, _, language = (desk.preferences.text(name) for name in _KEPT)
    layout, _, sheet = (paper or "a6/").partition("/")
    return layout, sheet, language or desk.wording.language


class PaperPanel(Panel):
    """Offers only what can be made; `changed` follows every choice, which is remembered here."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "", parent)
        self._preferences = desk.preferences
        self._rows: list[tuple[FitLabel, QWidget]] = []
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self.paper = Choice(self.tr("Paper"), self._papers())
        self.start = Segments(self.tr("Start at place"), ())
        self.order = Choice(self.tr("Order"), self._orders())
        self.language = Choice(self.tr("Language"), [(key, _OWN_NAMES[key]) for key in LANGUAGES])
        self.language.choose(desk.wording.language)
        for control in (self.paper, self.start, self.order, self.language):
            self._add(control)
        self.column.addLayout(self._grid)
        self._recall()
        for choice in (self.paper, self.order, self.language):
            choice.chosen.connect(self._chosen)
        self.start.chosen.connect(lambda _: self.changed.emit())

    def _papers(self) -> list[tuple[str, str]]:
        words = {
            "a6/": self.tr("A6, one badge a page"),
            "a6/a4-4": self.tr("A4, four to be cut"),
        }
        kinds = [f"{layout}/{sheet}" for layout in LAYOUTS for sheet in ("", *SHEETS)]
        return [(kind, words[kind]) for kind in kinds if kind in words]

    def _orders(self) -> list[tuple[str, str]]:
        return [
            (BadgeOrder.DELEGATION, self.tr("By delegation")),
            (BadgeOrder.NAME, self.tr("By name")),
            (BadgeOrder.NUMBER, self.tr("By number")),
        ]

    def _add(self, control: Choice | Segments) -> None:
        label, row = FitLabel(self.theme, 14, tone="ink2"), len(self._rows)
        label.say(control.accessibleName())
        if isinstance(control, Choice):
            control.setMinimumContentsLength(8)
            control.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control, row, 1)
        self._rows.append((label, control))

    def _recall(self) -> None:
        for name, choice in zip(_KEPT, self._choices, strict=True):
            choice.choose(self._preferences.text(name))
        self._offer_places()

    @property
    def _choices(self) -> tuple[Choice, Choice, Choice]:
        return self.paper, self.order, self.language

    def choice(self, tokens: frozenset[str], spares: int | None = None) -> BadgeChoice:
        """What is asked for, with these badges or so many blank ones."""
        layout, _, sheet = self.paper.key.partition("/")
        return BadgeChoice(
            layout=layout,
            sheet=sheet,
            start=int(self.start.key or 1),
            language=self.language.key,
            order=BadgeOrder(self.order.key),
            tokens=tokens,
            spares=spares,
        )

    def start_afresh(self) -> None:
        """A new sheet begins at its first place."""
        self.start.choose("1")

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._grid.setVerticalSpacing(measures.px(7))
        self.column.setContentsMargins(16, measures.px(12), 16, measures.px(12))
        for label, control in self._rows:
            label.set_px(max(measures.px(14), 12))
            control.setFont(font(max(measures.px(14), 12)))

    def _offer_places(self) -> None:
        count = places_on(self.paper.key.partition("/")[2])
        self.start.offer([(str(one), str(one)) for one in range(1, count + 1)])
        label, control = self._rows[1]
        label.setVisible(count > 1)
        control.setVisible(count > 1)

    def _chosen(self, _: str) -> None:
        for name, choice in zip(_KEPT, self._choices, strict=True):
            self._preferences.keep_text(name, choice.key)
        self._offer_places()
        self.changed.emit()
