"""Badges are printed once, for the right people, in the order in which they are handed out."""

import os
from pathlib import Path

import pytest

from checkin.bootstrap import Services
from checkin.domain.operator import Operator, Role
from checkin.domain.refused import Refused
from checkin.domain.verdict import Verdict
from checkin.services.badges import BadgeChoice, read_codes
from tests.conftest import SALMA
from tests.services.staging import (
    badge,
    full_disk,
    journal,
    new_badge,
    reissue,
    void,
    withdraw,
)
from tests.store.places import unchangeable

ALL = BadgeChoice()


def states(services: Services) -> dict[str, str]:
    return {one.number: one.state for one, _ in services.badges.all(SALMA)}


def on_paper(services: Services, to: Path, choice: BadgeChoice = ALL) -> list[str]:
    """The references of those whose badges are in the PDF, in its order."""
    services.badges.save(to, choice, SALMA)
    holders = {one.token: holder for one, holder in services.badges.all(SALMA)}
    found = [holders[code.text] for code in read_codes([to])]
    return [holder.reference or holder.name for holder in found if holder]


def test_everybody_on_the_list_has_one_badge_by_number(services: Services) -> None:
    held = services.badges.all(SALMA)
    assert len(held) == 7
    assert [one.number for one, _ in held] == sorted(one.number for one, _ in held)
    assert {holder.reference for one, holder in held if holder and one.number[:2] == "MA"} == {
        "R-1",
        "R-2",
    }
    assert states(services)["ZZ-001"] == "issued"


def test_badges_count_as_printed_once_the_paper_is_there(
    services: Services, tmp_path: Path
) -> None:
    to = tmp_path / "badges.pdf"
    outcome = services.badges.save(to, ALL, SALMA)
    assert outcome.value.badges == outcome.value.pages == 7
    assert len(outcome.change.badges) == 7
    assert to.read_bytes().startswith(b"%PDF-")
    assert set(states(services).values()) == {"printed"}
    assert journal(services)[-7:] == ["BadgePrinted"] * 7


def test_every_code_on_paper_is_a_badge_that_is_welcome(services: Services, tmp_path: Path) -> None:
    to = tmp_path / "badges.pdf"
    services.badges.save(to, ALL, SALMA)
    codes = [code.text for code in read_codes([to])]
    answers = [services.reception.scan(code, SALMA).value.verdict for code in codes]
    assert answers == [Verdict.WELCOME] * 7


def test_preflight_writes_nothing_and_counts_nothing_as_printed(
    services: Services, tmp_path: Path
) -> None:
    before, facts = sorted(os.listdir(tmp_path)), len(journal(services))
    seen = services.badges.preflight(ALL, SALMA)
    assert (seen.badges, seen.pages) == (7, 7)
    assert sorted(os.listdir(tmp_path)) == before
    assert len(journal(services)) == facts
    assert set(states(services).values()) == {"issued"}


def test_preflight_sees_what_printing_gives(services: Services, tmp_path: Path) -> None:
    choice = BadgeChoice(sheet="a4-4", start=3)
    assert (
        services.badges.preflight(choice, SALMA)
        == services.badges.save(tmp_path / "sheet.pdf", choice, SALMA).value
    )


def test_four_badges_go_on_a_sheet_after_the_places_used_before(
    services: Services, tmp_path: Path
) -> None:
    made = services.badges.save(tmp_path / "a.pdf", BadgeChoice(sheet="a4-4"), SALMA).value
    assert (made.badges, made.pages) == (7, 2)
    later = BadgeChoice(sheet="a4-4", start=3)
    made = services.badges.save(tmp_path / "b.pdf", later, SALMA).value
    assert (made.badges, made.pages) == (7, 3)


@pytest.mark.parametrize(("sheet", "start"), [("a4-4", 5), ("", 2), ("a4-4", 0)])
def test_a_start_outside_the_sheet_is_refused_and_prints_nothing(
    services: Services, tmp_path: Path, sheet: str, start: int
) -> None:
    with pytest.raises(Refused, match="start_outside"):
        services.badges.save(tmp_path / "b.pdf", BadgeChoice(sheet=sheet, start=start), SALMA)
    assert not (tmp_path / "b.pdf").exists()
    assert set(states(services).values()) == {"issued"}


def test_badges_of_a_country_are_its_own_only(services: Services, tmp_path: Path) -> None:
    morocco = BadgeChoice(countries=frozenset({"MA"}))
    assert on_paper(services, tmp_path / "ma.pdf", morocco) == ["R-1", "R-2"]
    assert {number for number, state in states(services).items() if state == "printed"} == {
        "MA-001",
        "MA-002",
    }


def test_only_unprinted_badges_leave_out_what_is_on_paper(
    services: Services, tmp_path: Path
) -> None:
    on_paper(services, tmp_path / "ma.pdf", BadgeChoice(countries=frozenset({"MA"})))
    rest = on_paper(services, tmp_path / "rest.pdf", BadgeChoice(only_unprinted=True))
    assert len(rest) == 5
    assert "R-1" not in rest
    with pytest.raises(Refused, match="no_badges"):
        services.badges.save(tmp_path / "none.pdf", BadgeChoice(only_unprinted=True), SALMA)
    assert not (tmp_path / "none.pdf").exists()


def test_badges_come_by_delegation_the_head_first_unknown_delegations_in_their_place(
    services: Services, tmp_path: Path
) -> None:
    order = on_paper(services, tmp_path / "all.pdf")
    assert order == ["R-1", "R-2", "R-4", "R-7", "R-5", "R-6", "R-3"]


def test_no_badge_is_printed_that_would_not_let_in(services: Services, tmp_path: Path) -> None:
    withdraw(services, "R-2")
    _, new = reissue(services, "R-1", "MA-902")
    new_badge(services, "MA-903")
    void(services, badge(services, "R-3"))
    order = on_paper(services, tmp_path / "all.pdf")
    assert order == ["R-1", "R-4", "R-7", "R-5", "R-6"]
    assert states(services)[new.number] == "printed"
    assert states(services)["MA-903"] == "issued"
    assert states(services)["TN-001"] == "voided"


def test_on_a_full_disk_nothing_is_printed_and_nothing_counts_as_printed(
    services: Services, tmp_path: Path
) -> None:
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(Refused, match="disk_full"), full_disk():
        services.badges.save(tmp_path / "b.pdf", ALL, SALMA)
    assert sorted(os.listdir(tmp_path)) == before
    assert set(states(services).values()) == {"issued"}


def test_a_pdf_whose_badges_could_not_be_recorded_is_taken_away_again(
    services: Services, tmp_path: Path
) -> None:
    to, job = tmp_path / "b.pdf", services.badges.prepare(ALL, SALMA)
    paper = services.badges.write(b"%PDF-", to)
    with pytest.raises(Refused, match="not_recorded") as caught, full_disk():
        services.badges.printed(job, SALMA)
    said = services.badges.not_counted(paper, caught.value)
    assert said is caught.value
    assert not to.exists()
    assert set(states(services).values()) == {"issued"}


def test_a_pdf_over_an_older_file_stays_and_that_is_said(
    services: Services, meeting_file: Path, tmp_path: Path
) -> None:
    to = tmp_path / "b.pdf"
    to.write_bytes(b"older")
    meeting_file.rename(tmp_path / "elsewhere.checkin")
    with pytest.raises(Refused, match="paper_stands") as caught:
        services.badges.save(to, ALL, SALMA)
    assert caught.value.facts == {"path": str(to)}
    assert to.read_bytes().startswith(b"%PDF-")
    assert set(states(services).values()) == {"issued"}


def test_what_somebody_else_put_in_the_place_of_a_pdf_is_not_taken_away(
    services: Services, meeting_file: Path, tmp_path: Path
) -> None:
    to = tmp_path / "b.pdf"
    paper = services.badges.write(b"%PDF-", to)
    to.unlink()
    (tmp_path / "other.pdf").write_bytes(b"other")
    (tmp_path / "other.pdf").rename(to)
    refused = Refused("not_recorded", path="m")
    assert services.badges.not_counted(paper, refused) is refused
    assert to.read_bytes() == b"other"
    to.unlink()
    assert services.badges.not_counted(paper, refused) is refused


def test_a_pdf_in_a_folder_that_has_become_unchangeable_stays_and_that_is_said(
    services: Services, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    paper = services.badges.write(b"%PDF-", folder / "b.pdf")
    with unchangeable(folder):
        said = services.badges.not_counted(paper, Refused("not_recorded", path="m"))
    assert said.code == "paper_stands"


@pytest.mark.parametrize("name", ["b.txt", "b", "b.xlsx", "pdf", ".pdf"])
def test_badges_are_written_to_a_pdf_or_not_at_all(
    services: Services, tmp_path: Path, name: str
) -> None:
    for writes in (
        lambda to: services.badges.save(to, ALL, SALMA),
        lambda to: services.badges.write(b"%PDF-", to),
    ):
        with pytest.raises(Refused, match="unknown_format") as caught:
            writes(tmp_path / name)
        assert caught.value.facts["endings"] == ".pdf"
        assert not (tmp_path / name).exists()
    assert set(states(services).values()) == {"issued"}


def test_badges_never_take_the_place_of_the_meeting_file(
    services: Services, meeting_file: Path
) -> None:
    with pytest.raises(Refused, match="file_exists"):
        services.badges.save(meeting_file, ALL, SALMA)
    assert services.care.check(SALMA).ok


def test_logistics_may_print_but_not_list_codes_and_reception_neither(
    services: Services, tmp_path: Path
) -> None:
    logistics, desk = Operator("Luz", Role.LOGISTICS), Operator("Omar", Role.RECEPTION)
    services.badges.save(tmp_path / "b.pdf", ALL, logistics)
    with pytest.raises(Refused, match="not_allowed"):
        services.badges.all(logistics)
    for refused in (services.badges.preflight, lambda *a: services.badges.save(tmp_path / "c", *a)):
        with pytest.raises(Refused, match="not_allowed"):
            refused(ALL, desk)
    assert not (tmp_path / "c").exists()


def test_a_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.png"
    path.write_text("not a picture", encoding="utf-8")
    with pytest.raises(Refused, match="unreadable_picture"):
        read_codes([path])
    with pytest.raises(Refused, match="no_such_file"):
        read_codes([tmp_path / "none.png"])
