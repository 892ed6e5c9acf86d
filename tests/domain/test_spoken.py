"""Every answer in words, in every language; each says whether something was recorded."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from checkin.documents.wording import load
from checkin.domain.answer import Answer
from checkin.domain.arrival import Arrival
from checkin.domain.badge import Badge, BadgeKind
from checkin.domain.delegate import Delegate, Status
from checkin.domain.meeting import LANGUAGES, Meeting
from checkin.domain.scan import Foreign, ForeignKind, Misread, Number, Reading, Token
from checkin.domain.spoken import code_kind, speak
from checkin.domain.verdict import Verdict

AT = datetime(2022, 7, 5, 6, 45, 7, tzinfo=UTC)
FIFTH, SIXTH = date(2022, 7, 5), date(2022, 7, 6)
MEETING = Meeting("m", {"en": "Borders"}, "Madrid", "Europe/Madrid", (FIFTH, SIXTH))
TOKEN = Token("B" * 29)
NADIA = Delegate("nadia", "EL OUAFI", "Nadia", delegation="Morocco")
OMAR = Delegate("omar", "HADDAD", "Omar", delegation="Tunisia")
BADGE = Badge("B" * 29, "MA-001", "nadia", BadgeKind.PERSONAL, AT)
EARLIER = Arrival("a", "nadia", "B" * 29, FIFTH, AT, AT, "Entrance", "Salma")

# The same stem in every form: recorded, registrado, registada, enregistré, تسجيل ...
RECORDED = {
    "en": r"record(ed|s)?\b",
    "fr": r"enregistr(é|ée|er)\b",
    "es": r"registrad[oa]\b|registró\b|registrar\b",
    "pt": r"registad[oa]\b|registar\b",
    "ar": "سج[ي]?ل",
}
NOTHING = {
    "en": r"[Nn]othing|not recorded|[Nn]othing new",
    "fr": r"[Rr]ien|n’est pas",
    "es": r"[Nn]o se ha|no está",
    "pt": r"[Nn]ada|não está",
    "ar": r"لم يسجل|غير مسجل",
}


def answer(verdict: Verdict, reading: Reading = TOKEN, **known: object) -> Answer:
    return replace(Answer(verdict, reading, AT, FIFTH), **known)  # type: ignore[arg-type]


ANSWERS = [
    answer(Verdict.MISREAD, Misread(27)),
    answer(Verdict.MISREAD, Misread(29)),
    answer(Verdict.MISREAD, Misread(31)),
    answer(Verdict.MISREAD),
    answer(Verdict.UNKNOWN, Number("MA-404")),
    answer(Verdict.UNKNOWN),
    *(answer(Verdict.UNKNOWN, Foreign(kind, "?")) for kind in ForeignKind),
    answer(Verdict.AMBIGUOUS, Foreign(ForeignKind.DIGITS, "7"), holders=(NADIA, OMAR)),
    answer(Verdict.OTHER_MEETING),
    answer(Verdict.GENUINE_UNLISTED, recorded=True),
    answer(Verdict.SPARE_BADGE, badge=replace(BADGE, kind=BadgeKind.SPARE, delegate_id=None)),
    answer(Verdict.BADGE_REPLACED, delegate=NADIA, badge=replace(BADGE, voided_at=AT)),
    answer(Verdict.BADGE_REPLACED, delegate=NADIA, badge=replace(BADGE, voided_at=AT, reason="x")),
    answer(Verdict.BADGE_REPLACED, valid_badge=BADGE),
    answer(Verdict.BADGE_REPLACED, badge=replace(BADGE, voided_at=AT), instead=OMAR),
    answer(Verdict.DAY_BADGE_OVER, badge=replace(BADGE, kind=BadgeKind.DAY, day=SIXTH)),
    answer(Verdict.DAY_BADGE_OVER, valid_badge=BADGE),
    answer(Verdict.WITHDRAWN, delegate=NADIA),
    answer(Verdict.WITHDRAWN, delegate=NADIA, instead=OMAR),
    answer(Verdict.NOT_A_MEETING_DAY, day=None),
    answer(Verdict.NOT_A_MEETING_DAY, day=date(2022, 7, 9), chosen_day=True),
    answer(Verdict.JUST_SCANNED, delegate=NADIA, earlier=EARLIER),
    answer(Verdict.JUST_SCANNED, delegate=NADIA),
    answer(Verdict.ALREADY_IN, delegate=NADIA, earlier=EARLIER),
    answer(Verdict.ALREADY_IN, delegate=NADIA, earlier=replace(EARLIER, at=AT - timedelta(days=1))),
    answer(Verdict.ALREADY_IN, delegate=NADIA),
    answer(Verdict.WELCOME, delegate=NADIA, arrival=EARLIER, recorded=True),
    answer(Verdict.NOT_RECORDED),
    answer(Verdict.NOT_RECORDED, delegate=NADIA),
]


def test_there_is_an_answer_of_every_verdict_to_try() -> None:
    assert {one.verdict for one in ANSWERS} == set(Verdict)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("given", ANSWERS, ids=lambda given: given.verdict.value)
def test_every_answer_says_whether_something_was_recorded(given: Answer, language: str) -> None:
    spoken = speak(given, MEETING, load(language))
    said = re.sub("[\u064b-\u0652]", "", spoken.say)
    assert spoken.word
    assert re.search(RECORDED[language], said, re.IGNORECASE), spoken.say
    negative = re.search(NOTHING[language], said) is not None
    assert negative != given.recorded, spoken.say
    for text in (
        spoken.word,
        spoken.say,
        spoken.do,
        *(part for fact in spoken.facts for part in fact),
    ):
        assert "{" not in text
        assert "None" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("given", ANSWERS, ids=lambda given: given.verdict.value)
def test_looking_says_that_nothing_was_recorded(given: Answer, language: str) -> None:
    wording = load(language)
    looked = replace(given, look=True, recorded=False, arrival=None)
    say = speak(looked, MEETING, wording).say
    if given.verdict.records_arrival:
        assert say == wording.say("verdict.look.say")
    else:
        assert say == speak(replace(looked, look=False), MEETING, wording).say


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_armed_number_asks_for_enter_again(language: str) -> None:
    armed = answer(Verdict.WELCOME, Number("MA-001"), delegate=NADIA, look=True, armed=True)
    say = speak(armed, MEETING, load(language)).say
    assert NADIA.name in say
    assert "Enter" in say or "Entr" in say or "Intro" in say
    assert speak(replace(armed, day=None), MEETING, load(language)).say != say


def test_the_words_of_an_answer_name_times_days_and_people_of_the_meeting() -> None:
    english = load("en")

    def said(given: Answer) -> str:
        return speak(given, MEETING, english).say

    already = answer(Verdict.ALREADY_IN, delegate=NADIA, earlier=EARLIER)
    assert "08:45" in said(already)
    assert "Entrance" in said(already)
    yesterday = replace(EARLIER, at=AT - timedelta(days=1))
    assert "4 July" in said(replace(already, earlier=yesterday))
    assert "08:45:07" in said(answer(Verdict.JUST_SCANNED, earlier=EARLIER))
    replaced = answer(Verdict.BADGE_REPLACED, badge=replace(BADGE, voided_at=AT, reason="lost"))
    assert "(lost)" in said(replaced)
    assert "27 of 29" in said(answer(Verdict.MISREAD, Misread(27)))
    assert "EL OUAFI Nadia" in said(answer(Verdict.NOT_RECORDED, delegate=NADIA))
    wrong_day = answer(Verdict.NOT_A_MEETING_DAY, day=date(2022, 7, 9), chosen_day=True)
    assert "Saturday 9 July" in said(wrong_day)


def test_what_helps_stands_beside_the_words() -> None:
    english = load("en")

    def facts(given: Answer, waiting: int = 0) -> tuple[tuple[str, str], ...]:
        return speak(given, MEETING, english, waiting).facts

    replaced = answer(Verdict.BADGE_REPLACED, valid_badge=BADGE)
    assert facts(replaced) == (("Valid badge", "MA-001, not here yet"),)
    here = replace(replaced, stands=EARLIER)
    assert facts(here) == (("Valid badge", "MA-001, arrived at 08:45"),)
    assert facts(replace(replaced, day=None)) == (("Valid badge", "MA-001"),)
    assert facts(answer(Verdict.OTHER_MEETING)) == (("This meeting", "Borders, 5 and 6 July 2022"),)
    two = answer(Verdict.AMBIGUOUS, holders=(NADIA, OMAR))
    assert facts(two) == (("Morocco", NADIA.name), ("Tunisia", OMAR.name))
    colonel = answer(Verdict.AMBIGUOUS, holders=(NADIA, replace(OMAR, function="Colonel")))
    assert facts(colonel)[1] == ("Tunisia", f"{OMAR.name}, Colonel")
    assert facts(answer(Verdict.WELCOME, delegate=NADIA)) == ()
    assert facts(answer(Verdict.NOT_RECORDED)) == ()
    ((label, waits),) = facts(answer(Verdict.NOT_RECORDED), waiting=3)
    assert label == "Waiting"
    assert "3" in waits


def test_a_name_may_look_like_a_place_in_a_sentence() -> None:
    strange = replace(NADIA, family_name="{name} %s {0}")
    say = speak(answer(Verdict.NOT_RECORDED, delegate=strange), MEETING, load("en")).say
    assert "{name} %s {0}" in say


def test_what_a_strangers_code_is_has_a_word_of_its_own() -> None:
    readings = (Number("MA-404"), TOKEN, *(Foreign(kind, "?") for kind in ForeignKind))
    kinds = [code_kind(reading) for reading in readings]
    assert len(set(kinds)) == len(kinds)
    for language in LANGUAGES:
        assert all(load(language).has(f"code.{kind}") for kind in kinds)


def test_only_arabic_is_mirrored_and_an_unknown_key_is_a_bug() -> None:
    assert [one for one in LANGUAGES if load(one).mirrored] == ["ar"]
    with pytest.raises(KeyError):
        load("en").say("verdict.no_such.word")


def test_only_a_holder_who_is_expected_may_be_recorded_in_person() -> None:
    replaced = answer(Verdict.BADGE_REPLACED, delegate=NADIA)
    assert replaced.wants_the_holder
    gone = replace(NADIA, status=Status.WITHDRAWN)
    assert not replace(replaced, delegate=gone).wants_the_holder
    assert not replace(replaced, delegate=None).wants_the_holder
    assert not replace(replaced, day=None).wants_the_holder
    assert not replace(replaced, verdict=Verdict.UNKNOWN).wants_the_holder
    assert replace(replaced, verdict=Verdict.DAY_BADGE_OVER).wants_the_holder
    here = replace(replaced, stands=EARLIER)
    assert not here.wants_the_holder
    for verdict in (Verdict.BADGE_REPLACED, Verdict.DAY_BADGE_OVER):
        spoken = speak(replace(here, verdict=verdict), MEETING, load("en"))
        assert spoken.do == "The holder is in already: keep this badge."


def test_a_name_keeps_its_direction_inside_an_arabic_sentence() -> None:
    armed = answer(Verdict.WELCOME, delegate=NADIA, armed=True)
    assert f"\u2068{NADIA.name}\u2069" in speak(armed, MEETING, load("ar")).say
    assert "\u2068" not in speak(armed, MEETING, load("en")).say


@pytest.mark.parametrize("given", ANSWERS, ids=lambda given: given.verdict.value)
def test_every_value_in_an_arabic_sentence_stands_apart_and_in_no_other(given: Answer) -> None:
    spoken = speak(given, MEETING, load("ar"), waiting=3)
    said = spoken.say + "".join(value for _, value in spoken.facts)
    assert said.count("\u2068") == said.count("\u2069")
    outside = re.sub("\u2068[^\u2068\u2069]*\u2069", "", spoken.say)
    while outside != (outside := re.sub("\u2068[^\u2068\u2069]*\u2069", "", outside)):
        pass
    assert not re.search(r"\d", outside.replace("29", ""))
    french = speak(given, MEETING, load("fr"), waiting=3)
    assert "\u2068" not in french.say + french.do


def test_an_arabic_card_of_another_meeting_keeps_the_date_out_of_the_latin_title() -> None:
    ((_, this),) = speak(answer(Verdict.OTHER_MEETING), MEETING, load("ar")).facts
    assert this.startswith("\u2068Borders\u2069")
    assert this.endswith("2022\u2069")


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (timedelta(seconds=40), "at 08:45, Desk Entrance. Nothing"),
        (timedelta(minutes=20), "at 08:45, Desk Entrance, 20 min ago. Nothing"),
        (timedelta(hours=3, minutes=5), "at 08:45, Desk Entrance, 3 h ago. Nothing"),
    ],
)
def test_an_earlier_arrival_says_how_long_ago_it_was(since: timedelta, said: str) -> None:
    again = answer(Verdict.ALREADY_IN, delegate=NADIA, earlier=EARLIER, at=AT + since)
    assert said in speak(again, MEETING, load("en")).say
