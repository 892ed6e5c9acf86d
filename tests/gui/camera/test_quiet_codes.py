from hypothesis import given
from hypothesis import strategies as st

from checkin.gui.camera.quiet_codes import QUIET_S, QuietCodes

looks = st.lists(
    st.tuples(st.lists(st.sampled_from("abc"), max_size=3), st.floats(0, 5, allow_nan=False)),
    max_size=30,
)


@given(looks)
def test_a_code_is_quiet_until_three_seconds_after_it_was_last_seen(looks):
    quiet, last, now = QuietCodes(), {}, 0.0
    for texts, pause in looks:
        now += pause
        wanted = [one for one in dict.fromkeys(texts) if now - last.get(one, -9) > QUIET_S]
        assert quiet.new(texts, now) == wanted
        last |= dict.fromkeys(texts, now)


def test_what_was_not_seen_for_long_is_forgotten():
    quiet = QuietCodes()
    for number in range(1000):
        quiet.new([str(number)], float(number))
    assert len(quiet._seen) <= 4
