"""Who of the awaited has just come, each until it is put away; under them who is still to come."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.awaiting import Awaited, Come
from checkin.domain.dates import moment
from checkin.domain.delegate import Delegate
from checkin.gui.announce import announce
from checkin.gui.desk import Desk
from checkin.gui.kit.buttons import button
from checkin.gui.kit.panels import Mark, Panel, has_keys
from checkin.gui.look.labels import FitLabel
from checkin.gui.look.marks import OK
from checkin.gui.look.measures import Measures
from checkin.gui.look.texts import listed

_MOST_ROWS, _MOST_SMALL, _MOST_NAMES = 3, 2, 4


class NewsRow(QFrame):
    """Somebody who came: name, delegation, when, at which desk; a button puts it away."""

    put_away = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.come: Come | None = None
        self.setObjectName("news")
        self.name = FitLabel(theme, 16, bold=True, leading=1.3)
        self.about = FitLabel(theme, 13, leading=1.4)
        self.seen = button(theme, self.tr("Seen"), does=self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(12)
        row.addWidget(Mark(theme, OK, 20, self.tr("arrived")))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.about)
        row.addLayout(texts, 1)
        row.addWidget(self.seen)

    def show_come(self, come: Come, words: str) -> None:
        """Who it is by now: a name may have been mended since."""
        name = come.delegate.name
        self.come = come
        self.name.say(name)
        self.about.say(words)
        self.setAccessibleName(listed(name, words))
        self.seen.setAccessibleName(self.tr("Seen: {name}").format(name=name))

    def _put_away(self) -> None:
        if self.come:
            self.put_away.emit((self.come,))


class AwaitedBand(Panel):
    """Hidden where nobody is awaited. `put_away` carries a tuple of `Come` that were seen."""

    put_away = Signal(object)
    emptied = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, " ", parent)
        self._desk, self._small = desk, False
        self._shown: Awaited | None = None
        self._told: frozenset[str] | None = None
        self._names: dict[str, str] = {}
        self.rows: dict[str, NewsRow] = {}
        self.title.say(self.tr("Awaited people who arrived"))
        self.all_seen = button(desk.theme, self.tr("All seen"), "quiet", does=self._all_seen)
        self.rest = FitLabel(desk.theme, 14, tone="ink2", wraps=True)
        self.head.addWidget(self.all_seen)
        self.column.addWidget(self.rest)
        self.column.setContentsMargins(16, 6, 16, 8)
        self.column.setSpacing(4)
        self.hide()

    def apply(self, measures: Measures) -> None:
        """Takes the sizes of the window."""
        self._small = measures.scale < 1
        self.title.set_px(max(measures.px(16), 14))
        self.extra.set_px(max(measures.px(15), 13))
        self.rest.set_px(max(measures.px(14), 13))
        self._lay_out()

    def show_awaited(self, awaited: Awaited, names: dict[str, str]) -> None:
        """Shows what is to be told of a day; `names` are those of the delegations, by person.

        Whoever was not told of before is told to those who hear the page.
        """
        before, self._shown, self._names = self._told, awaited, names
        self._told = frozenset(one.arrival.id for one in awaited.news)
        self._lay_out()
        new = [one for one in awaited.news if before is not None and one.arrival.id not in before]
        if new and self.isVisible():
            announce(self, ". ".join(self._words_of(one) for one in reversed(new)))

    def _lay_out(self) -> None:
        awaited = self._shown
        if awaited is None:
            return
        shown = awaited.news[: _MOST_SMALL if self._small else _MOST_ROWS]
        held = has_keys(self)
        self._keep(shown)
        news = len(awaited.news)
        for part in (self.title, self.extra):
            part.setVisible(bool(news))
        self.all_seen.setVisible(news > 1)
        self.extra.say(str(news) if news else "")
        self.rest.say(self._rest(awaited, news - len(shown)))
        self.setAccessibleName(listed(self.title.text() if news else "", self.rest.text()))
        self.setVisible(awaited.anybody)
        if held:
            self._pass_keys_on()

    def _keep(self, shown: Iterable[Come]) -> None:
        """Rows stay what they are, and so do the keys; the newest stands first."""
        come = {one.arrival.id: one for one in shown}
        for own in self.rows.keys() - come.keys():
            row = self.rows.pop(own)
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (own, one) in enumerate(come.items()):
            row = self.rows.get(own) or self._made()
            row.show_come(one, self._about(one))
            self.rows[own] = row
            self.column.insertWidget(1 + place, row)
        self.rows = {own: self.rows[own] for own in come}

    def _made(self) -> NewsRow:
        row = NewsRow(self._desk)
        row.put_away.connect(self.put_away)
        return row

    def _pass_keys_on(self) -> None:
        """Whoever puts one away by the keys goes on with the next."""
        if any(row.seen.hasFocus() for row in self.rows.values()):
            return
        first = next(iter(self.rows.values()), None)
        if first:
            first.seen.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.emptied.emit()

    def _all_seen(self) -> None:
        if self._shown:
            self.put_away.emit(self._shown.news)

    def _about(self, come: Come) -> str:
        meeting, words, arrival = self._desk.meeting, self._desk.wording, come.arrival
        at, entered = meeting.local(arrival.at), meeting.local(arrival.entered_at)
        when = moment(at, arrival.day, words)
        if (entered - at).total_seconds() >= 60:
            late = self.tr("{time}, entered at {entered}")
            when = late.format(time=when, entered=moment(entered, arrival.day, words))
        desk = words.tell("page.desk", name=arrival.desk)
        return listed(self._names.get(come.delegate.id, ""), when, desk)

    def _words_of(self, come: Come) -> str:
        return self.tr("Arrived: {name}").format(name=listed(come.delegate.name, self._about(come)))

    def _rest(self, awaited: Awaited, more: int) -> str:
        """What is said quietly: more news than there is room for, who is to come, who is here."""
        parts = [self.tr("and {count} more arrived").format(count=more)] if more > 0 else []
        if awaited.still:
            parts.append(self.tr("Still awaited: {names}").format(names=self._few(awaited.still)))
        if awaited.here:
            parts.append(self.tr("here already: {count}").format(count=len(awaited.here)))
        if not awaited.still:
            parts.append(self.tr("Everybody who is awaited is here"))
        return listed(*parts)

    def _few(self, people: Iterable[Delegate]) -> str:
        names = [one.name for one in people]
        most = 2 if self._small else _MOST_NAMES
        if len(names) <= most:
            return ", ".join(names)
        words = self.tr("{names} and {count} more")
        return words.format(names=", ".join(names[:most]), count=len(names) - most)
