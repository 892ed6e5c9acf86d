"""Ticks from paper on the command line, and arrivals taken back long after."""

from pathlib import Path

from tests.cli.command import Run

NOON = "2022-07-05T12:00:00+02:00"
FIELDS = {"verdict", "recorded", "point", "delegate", "arrival", "earlier", "message"}


def numbers(madrid: Path, checkin: Run) -> list[str]:
    return [one["number"] for one in checkin("tokens", madrid, "--json").done().json]


def test_ticks_are_answered_as_scans_are(madrid: Path, checkin: Run) -> None:
    one, two, *_ = numbers(madrid, checkin)
    lines = f"{one} 0850\n{two}\n{two} 08.40\n\n{two} 9h\nZZ-999 0900\n{one} 2500\n{one} 2359\n"
    ran = checkin("scan", madrid, "--paper", "--json", "--at", NOON, stdin=lines).done()
    said = ran.answers
    assert [line["verdict"] for line in said] == [
        *("welcome", "welcome", "welcome", "already_in", "unknown", "refused", "refused")
    ]
    assert all(set(line) == FIELDS for line in said[:5])
    assert [line.get("code") for line in said[5:]] == ["not_a_time", "time_to_come"]
    assert said[0]["arrival"]["at"] == "2022-07-05T08:50:00+02:00"
    assert said[0]["arrival"]["entered_at"][:16] == "2022-07-05T12:00"
    assert said[0]["arrival"]["how"] == "paper"
    assert said[1]["arrival"]["at"] == "2022-07-05T08:50:00+02:00"
    assert said[2]["earlier"]["id"] == said[1]["arrival"]["id"]
    assert not said[3]["recorded"]


def test_the_first_line_needs_a_time(madrid: Path, checkin: Run) -> None:
    one, *_ = numbers(madrid, checkin)
    ran = checkin("scan", madrid, "--paper", "--at", NOON, stdin=f"{one}\n").done()
    assert ran.out.startswith("The first line needs a time")


def test_a_name_is_no_number_and_says_so(madrid: Path, checkin: Run) -> None:
    lines = "LAMRINI 0850\nSOW 0850\n"
    ran = checkin("scan", madrid, "--paper", "--json", "--at", NOON, stdin=lines).done()
    assert [line["verdict"] for line in ran.answers] == ["unknown", "unknown"]
    assert "“LAMRINI” is no badge number. Nothing was recorded." in ran.answers[0]["message"]
    assert "“SOW” is no badge number." in ran.answers[1]["message"]


def test_a_very_long_word_is_not_said_back_whole(madrid: Path, checkin: Run) -> None:
    lines = f"{'Lamrini ' * 30} 0850\n"
    (said,) = checkin("scan", madrid, "--paper", "--json", "--at", NOON, stdin=lines).done().answers
    assert len(said["message"]) < 200


def test_ticks_of_a_day_that_was_chosen(madrid: Path, checkin: Run) -> None:
    one, *_ = numbers(madrid, checkin)
    late = ("--at", "2023-01-01T00:00:00+00:00")
    chosen = ("--day", "2022-07-05")
    ran = checkin("scan", madrid, "--paper", *chosen, *late, stdin=f"{one} 850\n").done()
    assert ran.out.startswith("ENTERED: ")
    said = checkin("scan", madrid, "--paper", *late, "--json", stdin=f"{one} 850\n").done().json
    assert said["arrival"]["day"] == "2022-07-06"


def test_ticks_of_no_day_are_refused_as_a_whole(madrid: Path, checkin: Run) -> None:
    before = ("--at", "2022-07-04T12:00:00+02:00")
    checkin("scan", madrid, "--paper", *before, stdin="MA-001 850\n").refused("not_a_meeting_day")
    other = ("--day", "2022-07-08")
    ran = checkin("scan", madrid, "--paper", *other, stdin="MA-001 850\n")
    assert "Nothing was recorded" in ran.refused("not_a_meeting_day").err


def test_ticks_are_not_looked_at(madrid: Path, checkin: Run) -> None:
    assert checkin("scan", madrid, "--paper", "--look", stdin="").code == 2


def test_an_arrival_is_taken_back_years_later_without_a_reason_and_with_one(
    madrid: Path, checkin: Run
) -> None:
    one, two, *_ = numbers(madrid, checkin)
    lines = f"{one} 0850\n{two} 0850\n"
    ran = checkin("scan", madrid, "--paper", "--json", "--at", NOON, stdin=lines).done()
    first, second = (line["arrival"]["id"] for line in ran.answers)
    years = ("--at", "2026-07-05T12:00:00+02:00")
    assert checkin("undo", madrid, first, "--json", *years).done().json["withdrawn"] is True
    reason = ("--reason", "wrong person")
    assert checkin("undo", madrid, second, *reason, "--json", *years).done().json["withdrawn"]
