"""The whole job once, on the sample meeting: list in, badges out, two days, reports, backup.

It stands above both faces because it also takes pictures of the window.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from checkin.bootstrap import Services, open_meeting
from checkin.cli.arguments import parser
from checkin.cli.printing import Out
from checkin.domain.answer import Answer
from checkin.domain.delegate import Delegate
from checkin.domain.meeting import LANGUAGES
from checkin.domain.operator import Operator
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.paths import MEETING_ENDING, resource
from checkin.services.badges import BadgeChoice, read_codes
from checkin.services.care import make_meeting, restore
from checkin.services.words import wording

OPERATOR = Operator("tour")
NAME = "High-level meeting on border management"
PLACE, ZONE = "Madrid", "Europe/Madrid"
DAYS = (date(2022, 7, 5), date(2022, 7, 6))
OPENING = timedelta(hours=8, minutes=15)
SEED = 2022

Say = Callable[[str], None]


@dataclass
class TourClock:
    """A clock that the tour sets, so that two days pass in seconds."""

    now: datetime

    def __call__(self) -> datetime:
        """The instant it was set to."""
        return self.now


def main(arguments: Sequence[str]) -> int:
    """`checkin tour [--to DIR]`; its exit code."""
    given = parser().parse_args(arguments)
    out = Out(json=False, wording=wording("en"))
    try:
        Tour(given.to, out.line).run()
    except Refused as refused:
        out.refusal(refused)
        return 1
    return 0


class Tour:
    """One tour into one folder; it says what it made, and stops where something is not right."""

    def __init__(self, folder: Path, say: Say) -> None:
        self._folder = folder
        self._say = say
        self._clock = TourClock(datetime.fromisoformat("2022-06-30T10:00:00+02:00"))
        self._random = random.Random(SEED)  # noqa: S311 (who comes when, not a secret)

    def run(self) -> None:
        """Does the whole job."""
        self._make_folder()
        file = self._free_name("madrid", MEETING_ENDING)
        make_meeting(file, NAME, PLACE, ZONE, DAYS, OPERATOR, self._clock)
        self._say(f"Meeting made: {file}")
        services = open_meeting(file, self._clock, "A")
        try:
            self._on_the_meeting(services)
        finally:
            services.close()

    def _on_the_meeting(self, services: Services) -> None:
        self._list_in(services)
        self._badges_out(services)
        for day in DAYS:
            self._day_at_the_desk(services, day)
        self._reports(services)
        self._safe_keeping(services)
        self._pictures(services)

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise Refused("cannot_write", path=str(self._folder)) from None

    def _free_name(self, stem: str, ending: str) -> Path:
        """A name that no file has yet: a tour never writes over a meeting."""
        names = (f"{stem}{number}{ending}" for number in ("", *range(2, 10_000)))
        return next(self._folder / name for name in names if not (self._folder / name).exists())

    def _list_in(self, services: Services) -> None:
        listed = services.lists.read(resource("sample", "delegates.xlsx"))
        imported = services.lists.apply(listed, OPERATOR).value
        self._say(
            f"List in: {len(imported.plan.new)} delegates, "
            f"{len(listed.refused)} rows refused, {len(listed.warnings)} warnings"
        )

    def _badges_out(self, services: Services) -> None:
        for name, sheet in (("badges-a6.pdf", ""), ("badges-a4-four-up.pdf", "a4-4")):
            to = self._folder / name
            printed = services.badges.save(to, BadgeChoice(sheet=sheet), OPERATOR).value
            self._say(f"Badges out: {printed.badges} on {printed.pages} pages: {to}")
        found = read_codes([self._folder / "badges-a6.pdf"])
        known = {badge.token for badge, _ in services.badges.all(OPERATOR)}
        read = len(known & {code.text for code in found})
        self._say(f"Codes read back from the paper: {read} of {len(known)}")

    def _day_at_the_desk(self, services: Services, day: date) -> None:
        counts: dict[Verdict, int] = {}
        for text in self._queue(services, day):
            answer = services.reception.scan(text, OPERATOR).value
            counts[answer.verdict] = counts.get(answer.verdict, 0) + 1
        self._take_one_back(services, day)
        said = ", ".join(f"{count} {verdict.value}" for verdict, count in sorted(counts.items()))
        count = services.reception.count(day)
        self._say(f"{day}: {said}; 1 taken back; {count.arrived} of {count.expected} are in")

    def _queue(self, services: Services, day: date) -> Iterator[str]:
        """What the scanner sends on a day, while the clock runs: badges and a few surprises."""
        opening = datetime.combine(day, time(), self._clock.now.tzinfo) + OPENING
        held = [
            (badge.token, holder)
            for badge, holder in services.badges.all(OPERATOR)
            if holder and self._comes(holder, day)
        ]
        arriving = sorted((self._minute(), token) for token, _ in held)
        for number, (minute, token) in enumerate(arriving):
            self._clock.now = opening + timedelta(minutes=minute)
            yield token
            if number % 40 == 10:
                yield token  # the badge is still in the reader
            if number % 60 == 20:
                yield token[:-3]  # a finger over the code
            if number % 90 == 30:
                yield "https://example.org/programme"  # the code on the folder
        self._clock.now += timedelta(minutes=20)
        yield arriving[0][1]  # somebody comes back from the coffee bar

    def _comes(self, holder: Delegate, day: date) -> bool:
        """Most people come; one delegation stays away on the first day."""
        if holder.delegation == "Malta" and day == DAYS[0]:
            return False
        return self._random.random() < (0.88 if day == DAYS[0] else 0.8)

    def _minute(self) -> float:
        """Minutes after the doors opened: most within an hour before the session at 09:30."""
        return min(max(self._random.gauss(55, 22), 0), 170)

    def _take_one_back(self, services: Services, day: date) -> None:
        last = services.reception.last_arrivals(day, 1)[0].arrival
        services.reception.undo(last.id, OPERATOR, "scanned for somebody else")

    def _reports(self, services: Services) -> None:
        self._clock.now = datetime.combine(DAYS[-1], time(18, 5), self._clock.now.tzinfo)
        for language in LANGUAGES:
            self._report(services, f"attendance-{language}.pdf", language)
        for ending in ("xlsx", "csv"):
            self._report(services, f"attendance-en.{ending}", "en")
        self._report(services, f"attendance-{DAYS[0]}-en.pdf", "en", DAYS[0])

    def _report(
        self, services: Services, name: str, language: str, day: date | None = None
    ) -> None:
        to = self._folder / name
        services.reports.save("attendance", to, language, OPERATOR, day)
        self._say(f"Report: {to}")

    def _safe_keeping(self, services: Services) -> None:
        result = services.care.check(OPERATOR)
        if not result.ok:
            raise Refused("damaged_file", path=str(services.file.path))
        self._say(f"Checked: sound, {result.facts} facts, head {result.head[:12]}")
        backup = services.care.back_up(self._folder, OPERATOR)
        restored = self._free_name("restored", MEETING_ENDING)
        restore(backup, restored, self._clock)
        self._say(f"Backup: {backup}, restored as {restored}")

    def _pictures(self, services: Services) -> None:
        from checkin.gui.pictures import save_pictures

        for picture in save_pictures(services, self._scenes(services), self._folder):
            self._say(f"Screenshot: {picture}")

    def _scenes(self, services: Services) -> dict[str, Answer]:
        """What the pictures show, at noon of the first day; who comes late is recorded then."""
        noon = datetime.combine(DAYS[0], time(12, 4, 12), self._clock.now.tzinfo)
        self._clock.now = noon
        tokens = [badge.token for badge, _ in services.badges.all(OPERATOR)]
        look = services.reception.look
        seen = [look(token, OPERATOR).value for token in tokens]
        late = next(t for t, one in zip(tokens, seen, strict=True) if one.earlier is None)
        return {
            "reception-welcome": services.reception.scan(late, OPERATOR).value,
            "reception-already-in": next(one for one in seen if one.earlier),
            "reception-scan-again": look(tokens[0][:-1], OPERATOR).value,
            "reception-unknown": look("https://example.org", OPERATOR).value,
        }
