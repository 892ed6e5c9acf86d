"""Who came, who is missing, and figures that add up for every set of people."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.arrival import Arrival
from checkin.domain.attendance import Attendance, Standing, attendance, on_any_day
from checkin.domain.delegate import Capacity, Delegate, Status
from checkin.domain.meeting import Meeting

TUESDAY, WEDNESDAY = date(2022, 7, 5), date(2022, 7, 6)
DAYS = (TUESDAY, WEDNESDAY)
MEETING = Meeting("m", {"en": "Border management"}, "Madrid", "Europe/Madrid", DAYS)
HEAD = Capacity.HEAD


def person(id_: str, delegation: str = "Morocco", **more) -> Delegate:
    return Delegate(id_, more.pop("family_name", f"NAME {id_}"), delegation=delegation, **more)


def arrived(who: str | None, hour: str, day: date = TUESDAY, **more) -> Arrival:
    """Hours are UTC; Madrid is two hours later in July."""
    at = datetime.combine(day, time.fromisoformat(hour), UTC) + more.pop("late", timedelta())
    known = {"token": f"T{who}", "desk": "A", "operator": "K"} | more
    return Arrival(f"{who}{hour}{day}", who, day=day, at=at, entered_at=at, **known)


def nobody(badge: str, hour: str) -> Arrival:
    return replace(arrived(None, hour), token=badge)


def report(delegates, arrivals=(), days=DAYS) -> Attendance:
    return attendance(MEETING, delegates, arrivals, days, lambda delegate: delegate.delegation)


def test_the_first_standing_way_in_is_the_arrival_of_a_day():
    visits = [
        arrived("a", "09:00"),
        arrived("a", "07:04", desk="B"),
        arrived("a", "06:00", withdrawn=True),
        arrived("a", "05:00", direction="out"),
    ]
    (delegation,) = report([person("a")], visits).delegations
    seen = delegation.people[0].seen
    assert seen[0] is not None
    assert (f"{seen[0].at:%H:%M}", seen[0].desk) == ("09:04", "B")
    assert seen[1] is None


def test_delegations_stand_in_the_order_of_their_shown_names_without_accents():
    names = ["Spain", "Équateur", "Egypt", "", "Finland", "العراق"]
    people = [person(str(number), name) for number, name in enumerate(names)]
    shown = [delegation.name for delegation in report(people).delegations]
    assert shown == ["Egypt", "Équateur", "Finland", "Spain", "العراق", ""]


def test_one_delegation_written_in_two_ways_is_one_delegation():
    people = [person("a", "FRONTEX"), person("b", "Frontex "), person("c", "???"), person("d", "!")]
    assert [d.name for d in report(people).delegations] == ["!", "???", "Frontex"]


def test_a_delegation_has_its_country_only_where_all_agree():
    people = [person("a", country="MA"), person("b"), person("c", "Mali", country="ML")]
    mixed = [*people, person("d", country="ES")]
    assert [d.country for d in report(people).delegations] == ["ML", "MA"]
    assert [d.country for d in report(mixed).delegations] == ["ML", None]


def test_within_a_delegation_the_head_is_first_then_capacity_then_name():
    people = [
        person("a", family_name="ÉTIENNE"),
        person("b", family_name="ZOLA", capacity=HEAD),
        person("c", family_name="EDEN"),
        person("d", family_name="ABEL", capacity=Capacity.ADVISER),
    ]
    (delegation,) = report(people).delegations
    assert "".join(one.delegate.id for one in delegation.people) == "bcad"


def test_a_delegation_stands_complete_partial_absent_or_without_its_head():
    people = [person("a", capacity=HEAD), person("b")]
    standings = {
        "ab": Standing.COMPLETE,
        "a": Standing.PARTIAL,
        "b": Standing.HEAD_ABSENT,
        "": Standing.ABSENT,
    }
    for who, standing in standings.items():
        made = report(people, [arrived(letter, "07:00") for letter in who])
        assert made.delegations[0].standing(0) is standing


def test_one_of_two_heads_is_enough_and_a_delegation_without_head_is_partial():
    heads = [person("a", capacity=HEAD), person("b", capacity=HEAD)]
    came = [arrived("a", "07:00")]
    assert report(heads, came).delegations[0].standing(0) is Standing.PARTIAL
    assert report(heads, came).totals[0].heads_missing == 1
    plain = [person("a"), person("b")]
    assert report(plain, came).delegations[0].standing(0) is Standing.PARTIAL


def test_somebody_withdrawn_is_listed_not_expected_and_counted_apart_when_seen():
    gone = person("w", capacity=HEAD, status=Status.WITHDRAWN)
    made = report([gone, person("a")], [arrived("w", "07:00"), arrived("a", "07:20")])
    (delegation,) = made.delegations
    totals = made.totals[0]
    assert made.listed == 2
    assert (totals.expected, totals.arrived, totals.missing) == (1, 1, 0)
    assert (totals.withdrawn, totals.withdrawn_arrived) == (1, 1)
    assert delegation.people[0].seen[0] is not None
    assert delegation.standing(0) is Standing.COMPLETE
    assert [(quarter.start, quarter.count) for quarter in totals.quarters] == [(time(9, 15), 1)]


def test_a_delegation_that_withdrew_whole_is_no_delegation_of_the_totals():
    made = report([person("w", status=Status.WITHDRAWN), person("n", "")])
    assert made.delegations[0].standing(0) is Standing.WITHDRAWN
    assert made.totals[0].delegations == 0
    assert made.totals[0].missing == 1


def test_badges_nobody_knows_are_counted_apart_once_each():
    visits = [
        nobody("T1", "07:00"),
        nobody("T1", "07:05"),
        nobody("T2", "07:00"),
        arrived("erased", "07:00"),
    ]
    totals = report([person("a")], visits).totals
    assert (totals[0].provisional, totals[0].arrived, totals[1].provisional) == (3, 0, 0)


def test_quarter_hours_have_no_holes():
    visits = [arrived("a", "06:59"), arrived("b", "07:30"), arrived("c", "07:44")]
    people = [person(letter) for letter in "abc"]
    quarters = report(people, visits).totals[0].quarters
    assert [(f"{quarter.start:%H:%M}", quarter.count) for quarter in quarters] == [
        ("08:45", 1),
        ("09:00", 0),
        ("09:15", 0),
        ("09:30", 2),
    ]


def test_an_arrival_recorded_on_another_date_counts_beside_the_quarter_hours():
    early = replace(arrived("a", "07:00"), day=WEDNESDAY)
    late = arrived("b", "08:07")
    late = replace(late, at=late.at + timedelta(days=3))
    made = report([person(letter) for letter in "abc"], [early, late, arrived("c", "07:00")])
    first, second = made.totals
    assert (first.arrived, first.other_dates) == (2, 1)
    assert [(quarter.start, quarter.count) for quarter in first.quarters] == [(time(9), 1)]
    assert (second.arrived, second.other_dates, second.quarters) == (1, 1, ())
    whole = on_any_day(made).totals[0]
    assert (whole.arrived, whole.other_dates) == (3, 0)


def test_a_hundred_percent_is_everybody_and_nothing_less():
    people = [person(str(number)) for number in range(300)]
    almost = [arrived(str(number), "07:00") for number in range(299)]
    assert report(people, almost).totals[0].percent == 99
    assert report(people, almost[:1]).totals[0].percent == 1
    assert report(people, [*almost, arrived("299", "07:00")]).totals[0].percent == 100
    assert report(people).totals[0].percent == 0
    assert report([]).totals[0].percent == 0


IDS = [f"p{number}" for number in range(12)]
PEOPLE = st.lists(
    st.builds(
        person,
        st.sampled_from(IDS),
        st.sampled_from(["Morocco", "Spain", "Sénégal", "SENEGAL", ""]),
        capacity=st.sampled_from(Capacity),
        status=st.sampled_from(Status),
    ),
    unique_by=lambda delegate: delegate.id,
    max_size=12,
)
VISITS = st.lists(
    st.builds(
        arrived,
        st.sampled_from([*IDS, None]),
        st.times().map(lambda moment: f"{moment:%H:%M:%S}"),
        st.sampled_from(DAYS),
        desk=st.sampled_from("AB"),
        late=st.sampled_from([timedelta(), timedelta(days=2)]),
        direction=st.sampled_from(["in", "out"]),
        withdrawn=st.booleans(),
    ),
    max_size=30,
)


@given(PEOPLE, VISITS)
def test_the_totals_add_up_for_every_set(people, visits):
    made = report(people, visits)
    assert made.listed == len(people)
    for index, day in enumerate(made.totals):
        counted = [delegation for delegation in made.delegations if delegation.counted]
        assert day.expected + day.withdrawn == made.listed
        assert day.arrived + day.missing == day.expected
        assert day.arrived == sum(d.present(index) for d in made.delegations)
        assert day.missing == sum(len(d.absentees(index)) for d in made.delegations)
        assert day.delegations == len(counted)
        assert day.complete + day.partial + day.head_absent + day.absent == day.delegations
        assert sum(quarter.count for quarter in day.quarters) + day.other_dates == day.arrived
        assert day.heads_missing <= day.missing
        assert day.withdrawn_arrived <= day.withdrawn
        assert 0 <= day.percent <= 100


@given(PEOPLE, VISITS, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_given_does_not_matter(people, visits, random):
    unique = list({visit.id: visit for visit in visits}.values())
    before = report(people, unique)
    random.shuffle(unique)
    random.shuffle(people)
    assert report(people, unique) == before
