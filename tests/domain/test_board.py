"""What organisers watch: tiles that add up to the figures, and the heads who are missing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendance import Standing
from checkin.domain.board import Board, board, short_name
from checkin.domain.delegate import Capacity, Status
from tests.domain.test_attendance import (
    DAYS,
    HEAD,
    TUESDAY,
    WEDNESDAY,
    arrived,
    nobody,
    person,
    report,
)

NAMES = ("Morocco", "Mali", "Permanent Mission of Nowhere", "")


def code(delegation) -> str:
    return delegation.country or ""


def shown(people, arrivals=(), day=TUESDAY) -> Board:
    return board(day, report(people, arrivals, DAYS if day is None else (day,)), code)


def test_a_delegation_is_a_tile_with_its_code_and_how_many_of_it_are_here():
    people = [person("a", country="MA"), person("b", country="MA")]
    (tile,) = shown(people, [arrived("a", "07:00")]).tiles
    assert (tile.code, tile.name) == ("MA", "Morocco")
    assert (tile.present, tile.expected, tile.standing) == (1, 2, Standing.PARTIAL)
    assert [one.delegate.id for one in tile.people] == ["a", "b"]


def test_a_delegation_that_withdrew_as_a_whole_has_no_tile():
    people = [person("a"), person("b", "Mali", status=Status.WITHDRAWN)]
    assert [tile.name for tile in shown(people).tiles] == ["Morocco"]


def test_people_without_a_delegation_stand_on_a_tile_without_a_mark():
    tile = shown([person("a"), person("b", "")], [arrived("b", "07:00")]).tiles[-1]
    assert (tile.code, tile.name, tile.standing) == ("", "", None)
    assert (tile.present, tile.expected) == (1, 1)


def test_a_missing_head_is_named_with_how_many_of_the_delegation_came():
    people = [
        person("a", capacity=HEAD),
        person("b"),
        person("c", "Mali", capacity=HEAD),
        person("d", "Spain", capacity=HEAD, status=Status.WITHDRAWN),
    ]
    (head,) = shown(people, [arrived("b", "07:00"), arrived("c", "07:00")]).heads
    assert head.person.delegate.id == "a"
    assert (head.tile.present, head.tile.expected) == (1, 2)


def test_over_all_days_somebody_came_who_came_on_any_of_them():
    people = [person("a"), person("b"), person("c")]
    visits = [
        arrived("a", "07:00"),
        arrived("a", "08:00", WEDNESDAY),
        arrived("b", "09:00", WEDNESDAY),
    ]
    whole = shown(people, visits, None)
    assert [day.arrived for day in whole.whole.totals] == [1, 2]
    assert (whole.figures.arrived, whole.figures.missing) == (2, 1)
    (tile,) = whole.tiles
    firsts = [one.seen[0] for one in tile.people]
    assert [f"{seen.at:%d %H:%M}" if seen else "" for seen in firsts] == [
        "05 09:00",
        "06 11:00",
        "",
    ]
    assert whole.figures.quarters == ()


def test_a_strange_badge_counts_once_however_many_days_it_came():
    visits = [nobody("T1", "07:00"), nobody("T2", "07:00")]
    visits += [replace(nobody("T1", "07:00"), day=WEDNESDAY)]
    assert shown([person("a")], visits, None).figures.provisional == 2
    assert shown([person("a")], visits, WEDNESDAY).figures.provisional == 1


def test_a_board_of_nobody_says_so():
    empty = shown([])
    assert (empty.listed, empty.tiles, empty.heads) == (0, (), ())


people_of_any_kind = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from((HEAD, Capacity.DELEGATE)),
        st.sampled_from(Status),
        st.sampled_from(((), (0,), (1,), (0, 1))),
    ),
    max_size=20,
)


@given(people_of_any_kind, st.sampled_from((TUESDAY, WEDNESDAY, None)))
def test_tiles_add_up_to_the_figures_whoever_is_listed(given_people, day):
    people, visits = [], []
    for number, (name, capacity, status, days) in enumerate(given_people):
        people.append(person(f"p{number}", name, capacity=capacity, status=status))
        visits += [arrived(f"p{number}", "07:00", DAYS[one]) for one in days]
    made = shown(people, visits, day)
    figures, tiles = made.figures, made.tiles
    assert figures.arrived + figures.missing == figures.expected
    assert sum(tile.present for tile in tiles) == figures.arrived
    assert sum(tile.expected for tile in tiles) == figures.expected
    assert len(made.heads) == figures.heads_missing
    standings = [tile.standing for tile in tiles if tile.standing]
    assert len(standings) == figures.delegations
    assert standings.count(Standing.COMPLETE) == figures.complete
    assert standings.count(Standing.PARTIAL) == figures.partial
    assert standings.count(Standing.HEAD_ABSENT) == figures.head_absent
    assert standings.count(Standing.ABSENT) == figures.absent


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Mali", "Mali"),
        ("Republic of Upper Nowhere", "RUN"),
        ("Organisation for A B C D E F G", "OABCDE"),
        ("Lampedusa", "Lampe."),
        ("upper nowhere", "upper"),
        ("United nowhere", "United"),
        ("Interpol headquarters", "Inter."),
    ],
)
def test_a_delegation_nobody_knows_goes_by_a_few_letters(name, short):
    assert short_name(name) == short
