"""A second list: changes field by field, people marked and never lost, all of it one act."""

from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.delegate import Delegate, Status
from checkin.domain.list_decisions import Decisions
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice
from checkin.services.lists import Imported
from tests.conftest import SALMA, Clock
from tests.people import PEOPLE, list_of, many_people
from tests.services.staging import badge, journal, person

SHORTER = "".join(PEOPLE.splitlines(keepends=True)[:4])
CHANGED = PEOPLE.replace("Director of Borders", "Minister").replace("Lucía", "Luz")


def take(services: Services, path: Path, text: str, **how: object) -> Imported:
    return services.lists.apply(services.lists.read(list_of(path, text)), SALMA, **how).value


def people(services: Services) -> list[Delegate]:
    return services.lists.everybody(SALMA)


def sound(services: Services) -> bool:
    """Whether the tables are what the journal folds to."""
    return services.care.check(SALMA, deep=True).ok


def test_what_a_list_changes_is_changed_and_badges_of_it_are_outdated(
    services: Services, tmp_path: Path
) -> None:
    services.badges.save(tmp_path / "b.pdf", BadgeChoice(), SALMA)
    imported = take(services, tmp_path / "b.csv", CHANGED)
    assert len(imported.settled.changed) == 2
    assert person(services, "R-1").function == "Minister"
    assert person(services, "R-6").given_names == "Luz"
    assert [badge(services, f"R-{n}").outdated for n in (1, 2, 6)] == [True, False, True]
    assert services.reception.search("luz", SALMA)[0].delegate.reference == "R-6"
    assert take(services, tmp_path / "c.csv", CHANGED).settled.facts == 0
    assert sound(services)


def test_whom_a_list_forgets_is_marked_let_in_and_unmarked_by_the_next(
    services: Services, tmp_path: Path
) -> None:
    take(services, tmp_path / "s.csv", SHORTER)
    assert [one.missing for one in people(services)] == [False] * 3 + [True] * 4
    assert {one.status for one in people(services)} == {Status.LISTED}
    answer = services.reception.scan(badge(services, "R-4").token, SALMA).value
    assert answer.verdict is Verdict.WELCOME
    assert take(services, tmp_path / "t.csv", SHORTER).settled.facts == 0
    take(services, tmp_path / "all.csv", PEOPLE)
    assert not any(one.missing for one in people(services))
    assert services.file.arrivals.count() == 1
    assert sound(services)


def test_whoever_was_added_at_the_desk_is_not_missing_until_a_list_named_him(
    services: Services, tmp_path: Path
) -> None:
    services.people.add({"family_name": "ALAMI", "delegation": "Morocco"}, SALMA)
    take(services, tmp_path / "a.csv", PEOPLE)
    assert not any(one.missing for one in people(services))
    take(services, tmp_path / "b.csv", PEOPLE + "R-8;ALAMI;;;;Morocco;;;\n")
    assert len(people(services)) == 8
    take(services, tmp_path / "c.csv", PEOPLE)
    assert [one.family_name for one in people(services) if one.missing] == ["ALAMI"]


def test_what_was_mended_by_hand_stays_unless_it_is_chosen(
    services: Services, tmp_path: Path
) -> None:
    services.people.change(person(services, "R-1").id, {"function": "Envoy"}, SALMA)
    imported = take(services, tmp_path / "a.csv", CHANGED)
    assert person(services, "R-1").function == "Envoy"
    assert "mended_by_hand" in [one.code for one in imported.listed.warnings]
    over = Decisions(over_hand=frozenset({(2, "function")}))
    take(services, tmp_path / "b.csv", CHANGED, decisions=over)
    assert person(services, "R-1").function == "Minister"
    assert person(services, "R-1").mended == ()
    assert sound(services)


def test_a_change_that_was_taken_back_is_nothing_mended(services: Services) -> None:
    before = person(services, "R-1")
    outcome = services.people.change(before.id, {"function": "Envoy"}, SALMA)
    assert person(services, "R-1") == outcome.value
    services.history.take_back(outcome.undo, SALMA)
    assert person(services, "R-1") == before


def test_a_printed_badge_is_right_again_when_its_change_is_taken_back(
    services: Services, tmp_path: Path
) -> None:
    services.badges.save(tmp_path / "b.pdf", BadgeChoice(), SALMA)
    titled = services.organising.rename({"fr": "Réunion"}, SALMA)
    changed = services.people.change(person(services, "R-1").id, {"function": "Envoy"}, SALMA)
    assert badge(services, "R-1").outdated
    services.history.take_back(titled.undo, SALMA)
    assert [badge(services, f"R-{n}").outdated for n in (1, 2)] == [True, False]
    services.history.take_back(changed.undo, SALMA)
    assert not badge(services, "R-1").outdated
    assert sound(services)


def test_a_doubtful_row_is_merged_only_where_somebody_says_so(
    services: Services, tmp_path: Path
) -> None:
    mistyped = PEOPLE.replace("R-1;EL OUAFI;Nadia", ";EL OUAFI;Nadja")
    nadia = person(services, "R-1").id
    take(services, tmp_path / "a.csv", mistyped, decisions=Decisions({2: nadia}))
    assert len(people(services)) == 7
    assert person(services, "R-1").given_names == "Nadja"
    take(services, tmp_path / "b.csv", PEOPLE.replace("R-1;EL OUAFI;Nadia", ";EL OUAFI;Najda"))
    assert len(people(services)) == 8
    assert not any(one.missing for one in people(services))


def test_a_whole_import_is_taken_back(services: Services, tmp_path: Path, clock: Clock) -> None:
    clock.wait(minutes=1)
    before, badges = people(services), services.badges.all(SALMA)
    text = CHANGED.replace("R-2;", "R-9;").replace("BENNANI;Mohamed;محمد بناني", "ALAMI;Hind;")
    act = take(services, tmp_path / "a.csv", text).act
    assert len(people(services)) == 8
    value = services.lists.take_back(act, SALMA, "the wrong list").value
    assert (value.withdrawn, value.changed_back, value.marks, value.left) == (1, 2, 1, ())
    assert people(services)[:7] == before
    assert people(services)[7].status is Status.WITHDRAWN
    held = {one.token for one, _ in services.badges.all(SALMA)}
    assert {one.token for one, _ in badges} < held
    assert sound(services)
    with pytest.raises(Refused, match="import_already_undone"):
        services.lists.take_back(act, SALMA)
    take(services, tmp_path / "b.csv", text)
    assert people(services)[7].status is Status.LISTED
    assert not people(services)[7].missing
    assert sound(services)


def test_what_people_did_since_stays_and_is_said(services: Services, tmp_path: Path) -> None:
    act = take(services, tmp_path / "a.csv", CHANGED + "R-8;ALAMI;Hind;;;Morocco;;;\n").act
    services.reception.scan(badge(services, "R-8").token, SALMA)
    services.people.change(person(services, "R-1").id, {"function": "Envoy"}, SALMA)
    value = services.lists.take_back(act, SALMA).value
    assert [(one.name, one.code) for one in value.left] == [
        ("ALAMI Hind", "arrived_since"),
        ("EL OUAFI Nadia", "changed_since"),
    ]
    assert person(services, "R-8").status is Status.LISTED
    assert person(services, "R-1").function == "Envoy"
    assert person(services, "R-6").given_names == "Lucía"


def test_taking_back_over_a_mended_field_makes_it_mended_again(
    services: Services, tmp_path: Path
) -> None:
    services.people.change(person(services, "R-1").id, {"function": "Envoy"}, SALMA)
    over = Decisions(over_hand=frozenset({(2, "function")}))
    act = take(services, tmp_path / "a.csv", CHANGED, decisions=over).act
    services.lists.take_back(act, SALMA)
    assert (person(services, "R-1").function, person(services, "R-1").mended) == (
        "Envoy",
        ("function",),
    )


def test_only_the_newest_import_that_stands_is_taken_back(
    services: Services, tmp_path: Path
) -> None:
    first = take(services, tmp_path / "a.csv", SHORTER).act
    second = take(services, tmp_path / "b.csv", PEOPLE).act
    with pytest.raises(Refused, match="newer_import"):
        services.lists.take_back(first, SALMA)
    with pytest.raises(Refused, match="no_such_import"):
        services.lists.take_back("nothing", SALMA)
    services.lists.take_back(second, SALMA)
    assert sum(one.missing for one in people(services)) == 4
    services.lists.take_back(first, SALMA)
    assert not any(one.missing for one in people(services))
    past = services.lists.imports(SALMA)
    assert [one.act for one in past][:2] == [second, first]
    assert [one.taken_back for one in past] == [True, True, False]


def test_a_plan_that_people_were_changed_after_is_never_applied(
    services: Services, tmp_path: Path
) -> None:
    listed = services.lists.read(list_of(tmp_path / "a.csv", CHANGED))
    imported = services.lists.preview(listed)
    services.reception.scan(badge(services, "R-1").token, SALMA)
    services.people.change(person(services, "R-2").id, {"seat": "7"}, SALMA)
    facts = journal(services)
    with pytest.raises(Refused, match="list_plan_outdated"):
        list(services.lists.apply_in_steps(imported, SALMA))
    assert journal(services) == facts
    imported = services.lists.preview(listed)
    services.reception.scan(badge(services, "R-3").token, SALMA)
    list(services.lists.apply_in_steps(imported, SALMA))
    assert person(services, "R-1").function == "Minister"
    assert person(services, "R-2").seat == "7"
    assert services.file.arrivals.count() == 2


def test_a_long_list_on_an_open_day_is_asked_about(
    services: Services, tmp_path: Path, clock: Clock
) -> None:
    listed = services.lists.read(many_people(tmp_path / "many.csv", 5001))
    with pytest.raises(Refused, match="list_over_open_day"):
        services.lists.apply(listed, SALMA)
    assert len(people(services)) == 7
    assert not services.lists.asks_first(services.lists.read(list_of(tmp_path / "a.csv")))
    clock.set("2022-07-04T20:00:00+02:00")
    assert not services.lists.asks_first(listed)


def test_what_is_settled_is_settled_once(services: Services, tmp_path: Path) -> None:
    listed = services.lists.read(list_of(tmp_path / "a.csv", CHANGED))
    imported = services.lists.preview(listed)
    assert imported.settled is imported.settled
    assert imported.decided(Decisions()) is imported
    assert imported.decided(Decisions(left=frozenset({2}))).settled.facts == 1
    with pytest.raises(Refused, match="list_plan_outdated"):
        imported.decided(Decisions({2: "new"}))
