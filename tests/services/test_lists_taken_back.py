"""An import taken back, in steps: nothing of what people did since is lost, no mark either."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.delegate import Delegate, Status
from checkin.domain.operator import Operator, Role
from checkin.domain.outcome import Progress, done_at_once
from checkin.domain.refused import Refused
from checkin.services.lists import Imported
from checkin.services.lists_taken_back import TakenBack
from tests.conftest import SALMA
from tests.people import PEOPLE, list_of, many_people
from tests.services.staging import badge, journal, person

HIND = "R-8;ALAMI;Hind;;Counsellor;Morocco;Delegate;;\n"
ADDED = {"family_name": "ALAMI", "given_names": "Hind", "delegation": "Morocco"}


def take(services: Services, path: Path, text: str) -> Imported:
    return services.lists.apply(services.lists.read(list_of(path, text)), SALMA).value


def sound(services: Services) -> bool:
    """Whether the tables are what the journal folds to."""
    return services.care.check(SALMA, deep=True).ok


def marks(one: Delegate) -> tuple[Status, bool, bool]:
    return one.status, one.missing, one.by_hand


def test_it_is_weighed_and_written_in_short_steps(services: Services, tmp_path: Path) -> None:
    listed = services.lists.read(many_people(tmp_path / "many.csv", 450))
    act = services.lists.apply(listed, SALMA).value.act
    written = len(journal(services))
    steps = services.lists.take_back_in_steps(act, SALMA)
    seen = [next(steps)]
    while not seen[-1].total:  # it looks for the import
        seen.append(next(steps))
    while seen[-1].done < 907:  # facts of the import: two for each, and those who are missing
        seen.append(next(steps))
    assert len(journal(services)) == written
    values: list[TakenBack] = []

    def rest() -> Iterator[Progress]:
        values.append((yield from steps))

    seen += rest()
    assert (values[0].withdrawn, values[0].marks) == (450, 7)
    shares = [one.done / one.total for one in seen if one.total]
    assert shares == sorted(shares)
    assert shares[-1] <= 1
    assert len(seen) > 8
    assert len(journal(services)) == written + 1 + 2 * 450 + 7
    assert sound(services)


def test_dropped_half_way_nothing_of_it_stays(services: Services, tmp_path: Path) -> None:
    listed = services.lists.read(many_people(tmp_path / "many.csv", 450))
    act = services.lists.apply(listed, SALMA).value.act
    facts, before = journal(services), services.lists.everybody(SALMA)
    steps = services.lists.take_back_in_steps(act, SALMA)
    while next(steps).done < 1200:
        pass
    steps.close()
    assert (journal(services), services.lists.everybody(SALMA)) == (facts, before)
    assert services.lists.take_back(act, SALMA).value.withdrawn == 450


def test_what_is_weighed_is_not_written_over_what_came_meanwhile(
    services: Services, tmp_path: Path
) -> None:
    act = take(services, tmp_path / "a.csv", PEOPLE + HIND).act
    steps = services.lists.take_back_in_steps(act, SALMA)
    next(steps)
    services.reception.scan(badge(services, "R-8").token, SALMA)
    with pytest.raises(Refused, match="file_busy"):
        done_at_once(steps)
    assert person(services, "R-8").status is Status.LISTED
    (left,) = services.lists.take_back(act, SALMA).value.left
    assert left.code == "arrived_since"


def test_another_act_is_refused_and_reception_takes_none_back(services: Services) -> None:
    with pytest.raises(Refused, match="no_such_import"):
        done_at_once(services.lists.take_back_in_steps("nothing", SALMA))
    desk = Operator("Omar", Role.RECEPTION)
    with pytest.raises(Refused, match="not_allowed"):
        services.lists.take_back_in_steps(services.lists.imports(SALMA)[0].act, desk)


@pytest.mark.parametrize("off", [False, True])
def test_whom_no_other_list_named_no_list_can_forget_again(
    services: Services, tmp_path: Path, off: bool
) -> None:
    hind = services.people.add(ADDED, SALMA).value
    act = take(services, tmp_path / "a.csv", PEOPLE + HIND.replace("R-8", "")).act
    assert not services.people.get(hind.id).by_hand
    if off:
        services.people.withdraw(hind.id, SALMA)
    assert services.lists.take_back(act, SALMA).value.marks == 1
    assert services.people.get(hind.id).by_hand
    services.people.reopen(hind.id, SALMA)
    assert services.people.get(hind.id) == hind
    take(services, tmp_path / "b.csv", PEOPLE)
    assert not services.people.get(hind.id).missing
    assert sound(services)


def test_whoever_was_mended_since_stays_on_the_list_and_it_is_said(
    services: Services, tmp_path: Path
) -> None:
    act = take(services, tmp_path / "a.csv", PEOPLE + HIND + HIND.replace("8", "9")).act
    hind = person(services, "R-8")
    services.people.change(hind.id, {"phone": "+212 1", "function": "Minister"}, SALMA)
    other = services.people.change(person(services, "R-9").id, {"seat": "1"}, SALMA)
    services.history.take_back(other.undo, SALMA)
    value = services.lists.take_back(act, SALMA).value
    assert [(one.delegate_id, one.code) for one in value.left] == [(hind.id, "changed_since")]
    assert value.withdrawn == 1
    assert person(services, "R-8").status is Status.LISTED
    assert person(services, "R-8").function == "Minister"
    assert person(services, "R-9").status is Status.WITHDRAWN


def test_a_mark_that_went_with_a_withdrawal_comes_back_with_its_undo(
    services: Services, tmp_path: Path
) -> None:
    take(services, tmp_path / "s.csv", "".join(PEOPLE.splitlines(keepends=True)[:4]))
    salif = person(services, "R-7")
    off = services.people.withdraw(salif.id, SALMA)
    assert off.value == person(services, "R-7")
    assert marks(off.value) == (Status.WITHDRAWN, False, False)
    change = services.history.take_back(off.undo, SALMA)
    assert person(services, "R-7") == salif
    assert change.delegates == {salif.id}
    assert sound(services)


def test_a_later_list_expects_again_who_was_reopened_and_closed_again(
    services: Services, tmp_path: Path
) -> None:
    act = take(services, tmp_path / "a.csv", PEOPLE + HIND).act
    services.lists.take_back(act, SALMA)
    hind = person(services, "R-8")
    again = services.people.reopen(hind.id, SALMA)
    assert again.value == person(services, "R-8")
    services.history.take_back(again.undo, SALMA)
    assert person(services, "R-8") == hind
    imported = take(services, tmp_path / "b.csv", PEOPLE + HIND)
    assert [one.id for one in imported.settled.reopened] == [hind.id]
    assert marks(person(services, "R-8")) == (Status.LISTED, False, False)
    assert sound(services)
