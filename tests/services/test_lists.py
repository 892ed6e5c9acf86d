"""A list comes in: nobody is lost, nobody comes twice, and it is all of them or nobody."""

from pathlib import Path

import pytest

from checkin.bootstrap import Services, open_meeting
from checkin.domain.facts import DelegateUpdated
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.lists import Imported
from tests.conftest import SALMA, Clock
from tests.people import PEOPLE, list_of, many_people
from tests.services.staging import full_disk, journal, payloads, room_for, withdraw


@pytest.fixture
def empty(empty_file: Path, clock: Clock) -> Services:
    opened = open_meeting(empty_file, clock)
    yield opened
    opened.close()


def take(services: Services, path: Path) -> Imported:
    return services.lists.apply(services.lists.read(path), SALMA).value


def test_everybody_with_a_name_comes_onto_the_list_each_with_a_badge(
    empty: Services, tmp_path: Path
) -> None:
    outcome = empty.lists.apply(empty.lists.read(list_of(tmp_path / "a.csv")), SALMA)
    assert len(outcome.value.plan.new) == 7
    assert outcome.change.everything
    everybody = empty.lists.everybody(SALMA)
    assert [one.reference for one in everybody] == [f"R-{n}" for n in range(1, 8)]
    holders = [holder.id for _, holder in empty.badges.all(SALMA) if holder]
    assert sorted(holders) == sorted(one.id for one in everybody)


def test_a_delegation_nobody_knows_is_kept_as_written_and_warned_of(
    empty: Services, tmp_path: Path
) -> None:
    imported = take(empty, list_of(tmp_path / "a.csv"))
    (warning,) = [one for one in imported.listed.warnings if one.code == "unknown_delegation"]
    assert warning.row == 8
    last = empty.lists.everybody(SALMA)[-1]
    assert (last.delegation, last.country) == ("Republic of Upper Nowhere", None)


def test_a_row_without_a_name_is_named_and_the_others_come_in(
    empty: Services, tmp_path: Path
) -> None:
    text = "Family name;Delegation\nBENALI;Morocco\n;Spain\nCOSTA;Portugal\n"
    imported = take(empty, list_of(tmp_path / "a.csv", text))
    (refused,) = imported.listed.refused
    assert (refused.row, refused.column, refused.code) == (3, "Family name", "no_name")
    assert [one.name for one in empty.lists.everybody(SALMA)] == ["BENALI", "COSTA"]


def test_twins_are_both_kept_and_warned_of(empty: Services, tmp_path: Path) -> None:
    text = "Family name;Given names;Delegation\nDIOP;Awa;Senegal\nDiop;Awa;Senegal\n"
    imported = take(empty, list_of(tmp_path / "a.csv", text))
    assert [one.code for one in imported.listed.warnings] == ["looks_like_same_person"]
    assert len(empty.lists.everybody(SALMA)) == 2
    assert len(empty.badges.all(SALMA)) == 2


def test_a_state_renamed_since_is_the_same_one_to_the_next_list(
    empty: Services, tmp_path: Path
) -> None:
    text = "Family name;Given names;Delegation\nDIOP;Awa;Congo (RDC)\nDIOP;Awa;Mali\n"
    take(empty, list_of(tmp_path / "a.csv", text))
    first = empty.lists.everybody(SALMA)[0]
    assert (first.delegation, first.country) == ("Democratic Republic of the Congo", "CD")
    older = DelegateUpdated(
        first.id, {"delegation": "Congo - Kinshasa"}, {"delegation": first.delegation}
    )
    empty.file.record([older], SALMA)
    again = take(empty, list_of(tmp_path / "b.csv", text.replace("Congo (RDC)", "DRC"))).plan
    assert (again.new, again.changed, again.missing, again.unchanged) == ((), (), (), 2)


def test_the_same_list_again_changes_nobody(services: Services, tmp_path: Path) -> None:
    badges = services.badges.all(SALMA)
    outcome = services.lists.apply(services.lists.read(list_of(tmp_path / "again.csv")), SALMA)
    assert outcome.value.plan.new == ()
    assert outcome.value.plan.unchanged == 7
    assert outcome.value.plan.missing == ()
    assert not outcome.change.everything
    assert services.badges.all(SALMA) == badges
    assert journal(services)[-1] == "ListImported"


def test_a_longer_list_adds_only_who_is_new_and_goes_on_counting_their_badges(
    services: Services, tmp_path: Path
) -> None:
    text = PEOPLE + "R-8;ALAMI;Hind;;;Morocco;;;\n"
    imported = take(services, list_of(tmp_path / "longer.csv", text))
    assert [one.delegate.reference for one in imported.plan.new] == ["R-8"]
    numbers = {holder.reference: one.number for one, holder in services.badges.all(SALMA) if holder}
    assert numbers["R-8"] == "MA-003"


def test_a_shorter_list_takes_nobody_away_and_says_how_many_it_lacks(
    services: Services, tmp_path: Path
) -> None:
    text = "".join(PEOPLE.splitlines(keepends=True)[:4])
    imported = take(services, list_of(tmp_path / "shorter.csv", text))
    assert len(imported.plan.missing) == 4
    assert len(services.lists.everybody(SALMA)) == 7


def test_without_references_a_name_that_occurs_twice_stays_two_people(
    empty: Services, tmp_path: Path
) -> None:
    head = "Family name;Given names;Delegation\n"
    twice = head + "DIOP;Awa;Senegal\n" * 2
    assert len(take(empty, list_of(tmp_path / "a.csv", twice)).plan.new) == 2
    assert take(empty, list_of(tmp_path / "b.csv", twice)).plan.new == ()
    thrice = head + "DIOP;Awa;Sénégal\n" * 3
    assert len(take(empty, list_of(tmp_path / "c.csv", thrice)).plan.new) == 1


def test_somebody_withdrawn_does_not_come_back_by_a_list(
    services: Services, tmp_path: Path
) -> None:
    withdraw(services, "R-1")
    imported = take(services, list_of(tmp_path / "again.csv"))
    assert imported.plan.new == ()
    assert imported.plan.missing == ()


def test_a_preview_says_what_would_happen_and_writes_nothing(
    empty: Services, tmp_path: Path
) -> None:
    listed = empty.lists.read(list_of(tmp_path / "a.csv"))
    facts = journal(empty)
    preview = empty.lists.preview(listed)
    assert journal(empty) == facts
    assert preview.plan == empty.lists.apply(listed, SALMA).value.plan


def test_on_a_full_disk_nobody_comes_in(empty: Services, tmp_path: Path) -> None:
    listed = empty.lists.read(many_people(tmp_path / "many.csv", 600))
    facts = journal(empty)
    with pytest.raises(Refused), full_disk():
        empty.lists.apply(listed, SALMA)
    empty.file.retry()
    assert empty.lists.everybody(SALMA) == []
    assert empty.badges.all(SALMA) == []
    assert journal(empty) == facts
    assert len(empty.lists.apply(listed, SALMA).value.plan.new) == 600


def test_a_disk_too_full_for_a_list_takes_scans_again_as_soon_as_it_can(
    empty: Services, tmp_path: Path
) -> None:
    """The pages of a list fill the disk; they are given back with the list."""
    listed = empty.lists.read(many_people(tmp_path / "many.csv", 6000))
    empty.prepare()
    log = Path(f"{empty.file.path}-wal")
    with pytest.raises(Refused), room_for(log.stat().st_size + 100_000):
        empty.lists.apply(listed, SALMA, confirmed=True)
    assert empty.file.writable
    assert empty.lists.everybody(SALMA) == []
    assert empty.reception.scan("MA-999", SALMA).value.verdict is Verdict.UNKNOWN
    assert empty.care.check(SALMA, deep=True).ok


def test_who_is_known_is_told_in_parts(services: Services) -> None:
    (part,) = services.lists.known()
    assert part == services.lists.everybody(SALMA)


def test_an_import_dropped_half_way_leaves_nobody(empty: Services, tmp_path: Path) -> None:
    listed = empty.lists.read(many_people(tmp_path / "many.csv", 600))
    steps = empty.lists.apply_in_steps(empty.lists.preview(listed), SALMA)
    first = next(steps)
    assert 0 < first.done < first.total
    steps.close()
    assert empty.lists.everybody(SALMA) == []
    assert len(empty.lists.apply(listed, SALMA).value.plan.new) == 600


def test_the_journal_knows_the_list_by_its_digest_and_holds_no_name_of_it(
    empty: Services, tmp_path: Path
) -> None:
    imported = take(empty, list_of(tmp_path / "a.csv"))
    (fact,) = payloads(empty, "ListImported")
    assert imported.listed.sha256 in fact
    assert "OUAFI" not in fact


def test_numbers_of_a_delegation_do_not_depend_on_how_the_list_writes_it(
    empty: Services, tmp_path: Path
) -> None:
    text = "Family name;Delegation\nA;Morocco\nB;Maroc\nC;MA\nD;Marruecos\n"
    take(empty, list_of(tmp_path / "a.csv", text))
    numbers = [one.number for one, _ in empty.badges.all(SALMA)]
    assert numbers == ["MA-001", "MA-002", "MA-003", "MA-004"]


def test_reception_may_not_import_and_neither_see_the_whole_list(
    services: Services, tmp_path: Path
) -> None:
    desk = Operator("Omar", Role.RECEPTION)
    listed = services.lists.read(list_of(tmp_path / "a.csv"))
    with pytest.raises(Refused, match="not_allowed"):
        services.lists.apply(listed, desk)
    with pytest.raises(Refused, match="not_allowed"):
        services.lists.everybody(desk)
