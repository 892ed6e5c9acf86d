"""For which day and at which point a desk records, and how long what was chosen holds."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.arrival import MAIN_POINT, Arrival, Scene, decide, first_standing
from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Delegate
from checkin.domain.meeting import Meeting, Session
from checkin.domain.post import USUAL, Post, choices, still_holds
from checkin.domain.scan import Token
from checkin.domain.verdict import Verdict

FIRST, SECOND = DAYS = (date(2022, 7, 5), date(2022, 7, 6))
A = Session("a", {"en": "Working group A", "fr": "Groupe A"}, FIRST, "A")
B = Session("b", {"ar": "فريق العمل ب"}, None, "B")
PLENARY = Session("plenary", {"en": "Plenary"}, SECOND)
MEETING = Meeting("m", {"en": "Borders"}, "Madrid", "Europe/Madrid", DAYS, sessions=(A, B, PLENARY))
NOW = datetime(2022, 7, 5, 6, 45, tzinfo=UTC)
TOKEN = Token("B" * 29)
NADIA = Delegate("nadia", "EL OUAFI", "Nadia", working_group="A")
BADGE = Badge(TOKEN.text, "MA-001", NADIA.id, BadgeKind.PERSONAL, NOW)

dates = st.dates(date(1970, 1, 1), date(2022, 7, 12)) | st.sampled_from(DAYS)
posts = st.builds(
    Post, st.none() | st.sampled_from(DAYS), st.sampled_from([MAIN_POINT, "a", "b", "plenary", "x"])
)


def test_a_session_is_called_in_the_language_asked_for_or_another_it_has() -> None:
    assert (A.title("fr"), A.title("es"), B.title("en")) == (
        "Groupe A",
        "Working group A",
        "فريق العمل ب",
    )
    assert Session("s", {}).title("en") == "s"


def test_a_session_expects_its_working_group_and_whoever_has_none() -> None:
    assert [A.expects(group) for group in ("A", "a", "B", "")] == [True, True, False, True]
    assert PLENARY.expects("B")


def test_a_meeting_knows_its_sessions_by_id() -> None:
    assert MEETING.session("a") is A
    assert MEETING.session(MAIN_POINT) is None


def test_today_is_offered_first_and_sessions_on_their_day() -> None:
    assert choices(MEETING, SECOND) == (
        *(Post(), Post(None, "b"), Post(None, "plenary")),
        *(Post(FIRST), Post(FIRST, "a"), Post(FIRST, "b")),
    )
    outside = choices(MEETING, date(1970, 1, 1))
    assert [one.day for one in outside] == [FIRST] * 3 + [SECOND] * 3


@given(dates, st.data())
def test_whatever_is_offered_holds_on_the_date_it_was_chosen(
    today: date, data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(choices(MEETING, today)))
    assert still_holds(chosen, today, today, MEETING) == chosen


@given(posts, dates, dates)
def test_a_new_meeting_day_lets_go_of_every_choice_and_no_other_date_does(
    chosen: Post, made: date, today: date
) -> None:
    held = still_holds(chosen, made, today, MEETING)
    assert held.day in (None, chosen.day)
    assert held.point in (MAIN_POINT, chosen.point)
    if today in DAYS and today != made:
        assert held.usual
    if today not in DAYS:
        assert held.day == chosen.day


@given(posts, dates, dates)
def test_what_holds_goes_on_holding(chosen: Post, made: date, today: date) -> None:
    once = still_holds(chosen, made, today, MEETING)
    assert still_holds(once, made, today, MEETING) == once


@given(posts, dates, dates)
def test_a_desk_is_never_at_a_session_of_another_day(chosen: Post, made: date, today: date) -> None:
    held = still_holds(chosen, made, today, MEETING)
    session, day = MEETING.session(held.point), held.day or today
    assert held.at_the_door == (session is None)
    assert session is None or day not in DAYS or session.held_on(day)


def test_a_choice_of_today_is_no_choice_and_a_day_that_is_gone_is_let_go() -> None:
    assert still_holds(Post(FIRST), FIRST, FIRST, MEETING) == USUAL
    assert still_holds(Post(date(2022, 7, 9)), FIRST, FIRST, MEETING) == USUAL


def came(day: date = FIRST, point: str = MAIN_POINT, direction: str = "in") -> Arrival:
    return Arrival("one", NADIA.id, TOKEN.text, day, NOW, NOW, "A", "Salma", point, direction)


def scene(day: date | None, session: Session | None, *earlier: Arrival) -> Scene:
    return Scene(
        TOKEN, day, NOW, True, badge=BADGE, holders=(NADIA,), earlier=earlier, session=session
    )


@given(st.sampled_from([None, *DAYS]), st.sampled_from([None, A, B, PLENARY]))
def test_a_session_lets_in_on_its_own_day_and_the_door_on_every_one(
    day: date | None, session: Session | None
) -> None:
    verdict = decide(scene(day, session)).verdict
    held = day is not None and (session is None or session.held_on(day))
    assert verdict is (Verdict.WELCOME if held else Verdict.NOT_A_MEETING_DAY)


def test_a_session_asks_for_no_arrival_at_the_door_and_is_repeated_by_itself() -> None:
    assert decide(scene(FIRST, A)).verdict is Verdict.WELCOME
    assert decide(scene(FIRST, A, came(point="a"))).verdict is Verdict.ALREADY_IN
    assert scene(FIRST, A).point == "a"
    assert scene(FIRST, None).point == MAIN_POINT


@given(st.permutations([came(point="a"), came(direction="out"), came(point="b")]))
def test_only_the_door_counts_for_a_day(arrivals: list[Arrival]) -> None:
    assert first_standing(tuple(arrivals)) is None
    later = came()
    assert first_standing((*arrivals, later)) == later


def test_a_choice_outlives_clocks_that_jump_to_no_meeting_day_and_back() -> None:
    chosen, far = Post(FIRST, "a"), FIRST - timedelta(days=3)
    assert still_holds(chosen, far, date(1970, 1, 1), MEETING) == chosen
    assert still_holds(chosen, far, far, MEETING) == chosen
