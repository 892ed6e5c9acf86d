"""What a scan is answered: the order of precedence, and the three seconds in the reader."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkin.domain.arrival import (
    STILL_IN_THE_READER,
    Arrival,
    Decision,
    Scene,
    decide,
    first_standing,
)
from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Delegate, Status
from checkin.domain.scan import Chosen, Foreign, ForeignKind, Misread, Number, Token
from checkin.domain.verdict import Verdict

NOW = datetime(2022, 7, 5, 6, 45, tzinfo=UTC)
DAY = date(2022, 7, 5)
TOKEN = Token("B" * 29)
NADIA = Delegate("nadia", "EL OUAFI", "Nadia")
OMAR = Delegate("omar", "HADDAD", "Omar")
BADGE = Badge(TOKEN.text, "MA-001", NADIA.id, BadgeKind.PERSONAL, NOW)
SPARE = Badge(TOKEN.text, "ZZ-900", None, BadgeKind.SPARE, NOW)
KNOWN = Scene(TOKEN, DAY, NOW, signed=True, badge=BADGE, holders=(NADIA,))
UNLISTED = Scene(TOKEN, DAY, NOW, signed=True, joined=True)


def came(ago: float, name: str = "first", **other: object) -> Arrival:
    """An arrival as many seconds ago."""
    at = NOW - timedelta(seconds=ago)
    arrival = Arrival(name, NADIA.id, TOKEN.text, DAY, at, at, "A", "Salma")
    return replace(arrival, **other)  # type: ignore[arg-type]


def verdict(scene: Scene) -> Verdict:
    return decide(scene).verdict


# What is wrong with a scan, in the order in which it is said. Each one is laid over the others.
Wrong = Callable[[Scene], Scene]


def misread(scene: Scene) -> Scene:
    """A damaged code leads to nobody, so nothing else is known of it."""
    return Scene(Misread(28), scene.day, scene.now, joined=scene.joined)


def nobodys(scene: Scene) -> Scene:
    foreign = Foreign(ForeignKind.TEXT, "?")
    return Scene(foreign, scene.day, scene.now, joined=scene.joined)


def two_peoples(scene: Scene) -> Scene:
    return replace(scene, holders=(*scene.holders, OMAR, NADIA), badge=None, signed=False)


def other_key(scene: Scene) -> Scene:
    return Scene(TOKEN, scene.day, scene.now, signed=False, joined=scene.joined)


def spare(scene: Scene) -> Scene:
    return replace(scene, badge=replace(SPARE, delegate_id=None), holders=())


def replaced(scene: Scene) -> Scene:
    return replace(scene, badge=replace(BADGE, voided_at=NOW))


def for_another_day(scene: Scene) -> Scene:
    day = DAY + timedelta(days=1)
    return replace(scene, badge=replace(BADGE, kind=BadgeKind.DAY, day=day))


def withdrawn(scene: Scene) -> Scene:
    return replace(scene, holders=(replace(NADIA, status=Status.WITHDRAWN),))


def no_day(scene: Scene) -> Scene:
    return replace(scene, day=None)


def in_the_reader(scene: Scene) -> Scene:
    own = came(1)
    return replace(scene, earlier=(own,), welcomed=own)


def already_in(scene: Scene) -> Scene:
    return replace(scene, earlier=(came(600),))


ORDER: tuple[tuple[Wrong, Verdict], ...] = (
    (misread, Verdict.MISREAD),
    (nobodys, Verdict.UNKNOWN),
    (two_peoples, Verdict.AMBIGUOUS),
    (other_key, Verdict.OTHER_MEETING),
    (spare, Verdict.SPARE_BADGE),
    (replaced, Verdict.BADGE_REPLACED),
    (for_another_day, Verdict.DAY_BADGE_OVER),
    (withdrawn, Verdict.WITHDRAWN),
    (no_day, Verdict.NOT_A_MEETING_DAY),
    (in_the_reader, Verdict.JUST_SCANNED),
    (already_in, Verdict.ALREADY_IN),
)


def test_the_verdicts_stand_in_their_order_of_precedence() -> None:
    said = [one for _, one in ORDER]
    ranks = list(Verdict)
    assert said == sorted(said, key=ranks.index)
    assert {*said, Verdict.GENUINE_UNLISTED, Verdict.WELCOME, Verdict.NOT_RECORDED} == set(Verdict)


def test_a_listed_badge_with_nothing_wrong_is_welcome() -> None:
    assert decide(KNOWN) == Decision(Verdict.WELCOME)


@pytest.mark.parametrize(("wrong", "answer"), ORDER)
def test_each_wrong_thing_alone_is_said(wrong: Wrong, answer: Verdict) -> None:
    assert verdict(wrong(KNOWN)) is answer


@pytest.mark.parametrize("first", range(len(ORDER)))
def test_of_all_that_is_wrong_the_first_in_order_is_said(first: int) -> None:
    scene = KNOWN
    for wrong, _ in reversed(ORDER[first:]):
        scene = wrong(scene)
    assert verdict(scene) is ORDER[first][1]


@pytest.mark.parametrize(("one", "next_one"), list(pairwise(ORDER)))
def test_of_two_wrong_things_the_earlier_in_order_is_said(
    one: tuple[Wrong, Verdict], next_one: tuple[Wrong, Verdict]
) -> None:
    assert verdict(one[0](next_one[0](KNOWN))) is one[1]


def test_a_genuine_badge_on_no_list_is_let_in_only_where_desks_are_joined() -> None:
    assert verdict(UNLISTED) is Verdict.GENUINE_UNLISTED
    assert verdict(replace(UNLISTED, joined=False)) is Verdict.UNKNOWN


def test_an_unlisted_badge_passes_the_same_day_and_repeat_checks_first() -> None:
    assert verdict(no_day(UNLISTED)) is Verdict.NOT_A_MEETING_DAY
    assert verdict(in_the_reader(UNLISTED)) is Verdict.JUST_SCANNED
    assert verdict(already_in(UNLISTED)) is Verdict.ALREADY_IN


def test_a_number_or_another_tools_code_that_leads_to_one_person_is_welcome() -> None:
    number = replace(KNOWN, reading=Number("MA-001"), signed=False)
    foreign = Scene(Foreign(ForeignKind.DIGITS, "7"), DAY, NOW, holders=(NADIA,))
    assert verdict(number) is verdict(foreign) is Verdict.WELCOME
    assert verdict(Scene(Number("MA-404"), DAY, NOW, joined=True)) is Verdict.UNKNOWN


def test_a_spare_badge_that_was_given_to_somebody_is_a_badge_like_any_other() -> None:
    given_away = replace(SPARE, delegate_id=NADIA.id)
    assert verdict(replace(KNOWN, badge=given_away)) is Verdict.WELCOME
    day_badge = replace(BADGE, kind=BadgeKind.DAY, day=DAY)
    assert verdict(replace(KNOWN, badge=day_badge)) is Verdict.WELCOME


def test_a_voided_spare_is_replaced() -> None:
    assert verdict(replace(spare(KNOWN), badge=replace(SPARE, voided_at=NOW))) is (
        Verdict.BADGE_REPLACED
    )


@pytest.mark.parametrize(
    ("ago", "answer"),
    [
        (0, Verdict.JUST_SCANNED),
        (2.999, Verdict.JUST_SCANNED),
        (3, Verdict.JUST_SCANNED),
        (3.001, Verdict.ALREADY_IN),
        (60, Verdict.ALREADY_IN),
        (-0.001, Verdict.ALREADY_IN),
        (-3600, Verdict.ALREADY_IN),
    ],
)
def test_for_three_seconds_a_badge_is_still_in_the_reader_never_when_the_clock_went_back(
    ago: float, answer: Verdict
) -> None:
    own = came(ago)
    assert decide(replace(KNOWN, earlier=(own,), welcomed=own)) == Decision(answer, own)


def test_a_welcome_that_was_taken_back_or_is_of_another_desk_is_not_in_the_reader() -> None:
    taken_back, stands = came(1, "taken back"), came(1, "of another desk")
    again = replace(KNOWN, welcomed=taken_back)
    assert decide(again) == Decision(Verdict.WELCOME)
    assert decide(replace(again, earlier=(stands,))) == Decision(Verdict.ALREADY_IN, stands)
    assert decide(replace(again, earlier=(stands,), welcomed=None)).verdict is Verdict.ALREADY_IN


def test_what_counts_in_the_reader_is_when_it_was_entered_not_when_it_happened() -> None:
    own = came(3600, entered_at=NOW - timedelta(seconds=1))
    assert decide(replace(KNOWN, earlier=(own,), welcomed=own)).verdict is Verdict.JUST_SCANNED


def test_already_in_names_the_earliest_arrival() -> None:
    late, early, as_early = came(60, "late"), came(600, "b"), came(600, "a")
    scene = replace(KNOWN, earlier=(late, early, as_early))
    assert decide(scene) == Decision(Verdict.ALREADY_IN, as_early)


READINGS = st.sampled_from(
    [TOKEN, Number("MA-001"), Foreign(ForeignKind.TEXT, "?"), Misread(28), Misread(4096)]
)
ARRIVALS = st.builds(came, st.floats(-10, 100), st.sampled_from("abc"))
BADGES = st.builds(
    Badge,
    st.just(TOKEN.text),
    st.just("MA-001"),
    st.sampled_from([None, NADIA.id]),
    st.sampled_from(BadgeKind),
    st.just(NOW),
    voided_at=st.sampled_from([None, NOW]),
)
HOLDERS = st.sampled_from([NADIA, OMAR, replace(NADIA, status=Status.WITHDRAWN)])
SCENES = st.builds(
    Scene,
    READINGS,
    st.sampled_from([DAY, None]),
    st.just(NOW),
    st.booleans(),
    st.booleans(),
    st.none() | BADGES,
    st.lists(HOLDERS, max_size=3).map(tuple),
    st.lists(ARRIVALS, max_size=3).map(tuple),
    st.none() | ARRIVALS,
)


def expected(scene: Scene) -> Verdict:  # the order of design.md, written down once more
    led = scene.badge is not None or bool(scene.holders)
    genuine = isinstance(scene.reading, Token) and scene.signed
    void = scene.badge is not None and not scene.badge.valid
    blank = scene.badge is not None and (scene.badge.kind, scene.badge.delegate_id) == (
        BadgeKind.SPARE,
        None,
    )
    gone = any(one.status is Status.WITHDRAWN for one in scene.holders)
    own = scene.welcomed
    lately = own is not None and timedelta() <= NOW - own.entered_at <= STILL_IN_THE_READER
    stands = own is not None and own.id in {one.id for one in scene.earlier}
    several = len(scene.holders) > 1
    lost = not led and (not isinstance(scene.reading, Token) or (genuine and not scene.joined))
    table = (
        (isinstance(scene.reading, Misread), Verdict.MISREAD),
        (lost, Verdict.UNKNOWN),
        (several, Verdict.AMBIGUOUS),
        (not led and not genuine, Verdict.OTHER_MEETING),
        (blank and not void, Verdict.SPARE_BADGE),
        (void, Verdict.BADGE_REPLACED),
        (gone, Verdict.WITHDRAWN),
        (scene.day is None, Verdict.NOT_A_MEETING_DAY),
        (bool(scene.earlier) and lately and stands, Verdict.JUST_SCANNED),
        (bool(scene.earlier), Verdict.ALREADY_IN),
        (not scene.holders, Verdict.GENUINE_UNLISTED),
        (True, Verdict.WELCOME),
    )
    return next(verdict for holds, verdict in table if holds)


@given(SCENES)
@example(KNOWN)
@example(UNLISTED)
def test_every_scene_is_answered_and_by_the_order_of_precedence(scene: Scene) -> None:
    decision = decide(scene)
    assert decision.verdict is expected(scene)
    repeated = decision.verdict in (Verdict.ALREADY_IN, Verdict.JUST_SCANNED)
    assert (decision.earlier is not None) == repeated


@given(SCENES)
def test_deciding_is_pure(scene: Scene) -> None:
    assert decide(scene) == decide(scene)


def test_only_two_verdicts_record_and_nobody_stopped_is_let_in() -> None:
    recording = {one for one in Verdict if one.records_arrival}
    assert recording == {Verdict.WELCOME, Verdict.GENUINE_UNLISTED}
    let_in = {one for one in Verdict if one.lets_in}
    assert let_in == recording | {Verdict.ALREADY_IN, Verdict.JUST_SCANNED}
    silent = {one for one in Verdict if not one.records_arrival and not one.records_refusal}
    misread, failed = Verdict.MISREAD, Verdict.NOT_RECORDED
    assert silent == {Verdict.ALREADY_IN, Verdict.JUST_SCANNED, misread, failed}
    assert not any(one.lets_in for one in Verdict if one.records_refusal)


@given(st.lists(st.builds(came, st.integers(0, 5), st.uuids().map(str)), max_size=5), st.randoms())
def test_the_arrival_of_a_day_is_the_earliest_that_stands(arrivals: list, random) -> None:
    marked = [
        replace(one, withdrawn=random.random() < 0.3, direction=random.choice(["in", "out"]))
        for one in arrivals
    ]
    standing = [one for one in marked if not one.withdrawn and one.direction == "in"]
    found = first_standing(tuple(marked))
    random.shuffle(marked)
    assert found == first_standing(tuple(marked))
    if found is None:
        assert not standing
    else:
        assert found in standing
        assert all(found.at <= one.at for one in standing)


def test_somebody_chosen_is_answered_like_a_badge_and_nobody_is_unknown() -> None:
    chosen = Chosen(NADIA.id)
    assert verdict(Scene(chosen, DAY, NOW, holders=(NADIA,))) is Verdict.WELCOME
    gone = replace(NADIA, status=Status.WITHDRAWN)
    assert verdict(Scene(chosen, DAY, NOW, holders=(gone,))) is Verdict.WITHDRAWN
    assert verdict(Scene(chosen, None, NOW, holders=(NADIA,))) is Verdict.NOT_A_MEETING_DAY
    assert verdict(Scene(chosen, DAY, NOW)) is Verdict.UNKNOWN
