"""What our own exporters write comes back as the same people, whatever they are called."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from checkin.bootstrap import open_meeting
from checkin.documents.lists.cells import says_nothing
from checkin.domain.delegate import Capacity
from checkin.domain.meeting import LANGUAGES
from checkin.domain.report import REPORT_FORMATS
from checkin.domain.text import clean
from checkin.services.care import make_meeting
from tests.conftest import SALMA, Clock
from tests.people import MEETING_DAYS

TEXTS = ("family_name", "given_names", "name_in_script", "function", "organisation")
FIELDS = (*TEXTS, "delegation", "country", "capacity")
READ_BACK = sorted(set(REPORT_FORMATS) - {"pdf"})
PLACES = ("Morocco", "Congo", "Côte d'Ivoire", "UNHCR", "Upper Nowhere", "")

texts = (
    st.text(st.characters(codec="utf-8"), max_size=24)
    .map(clean)
    .filter(lambda text: not says_nothing(text))  # `NaN` is nobody's name
)
names = texts.filter(lambda text: any(map(str.isalnum, text)))
people = st.fixed_dictionaries(
    {
        "family_name": names,
        **{field: texts for field in TEXTS[1:]},
        "delegation": st.sampled_from(PLACES),
        "capacity": st.sampled_from([one.value for one in Capacity]),
    }
)


@given(
    given=st.lists(people, min_size=1, max_size=4),
    language=st.sampled_from(LANGUAGES),
    form=st.sampled_from(READ_BACK),
    day=st.sampled_from([MEETING_DAYS[0], None]),
)
@example(
    given=[{"family_name": "=1+1", "given_names": "-Jean", "function": "@all", "delegation": ""}],
    language="en",
    form="csv",
    day=None,
)
@example(
    given=[{"family_name": "0", "given_names": "0", "delegation": "Morocco"}] * 2,
    language="fr",
    form="csv",
    day=None,
)
@example(
    given=[{"family_name": "HE Ba", "given_names": "MR A", "organisation": "EU"}],
    language="en",
    form="xlsx",
    day=MEETING_DAYS[0],
)
@settings(max_examples=60)
def test_what_we_write_comes_back_the_same(given, language, form, day):
    with TemporaryDirectory() as folder:
        here = Path(folder)
        paper = here / f"attendance.{form}"
        before = _exported(here / "one.checkin", given, paper, language, day)
        after = _imported(here / "two.checkin", paper)
    assert after == before


def _exported(file, given, paper, language, day):
    with _meeting(file) as services:
        for fields in given:
            services.people.add(fields, SALMA)
        services.reports.prepare("attendance", language, SALMA, day).save(paper)
        return _everybody(services)


def _imported(file, paper):
    with _meeting(file) as services:
        services.lists.apply(services.lists.read(paper), SALMA)
        return _everybody(services)


def _meeting(file):
    clock = Clock()
    make_meeting(file, "Meeting", "Madrid", "Europe/Madrid", MEETING_DAYS, SALMA, clock)
    return closing(open_meeting(file, clock))


def _everybody(services):
    return sorted(
        tuple(str(getattr(one, field)) for field in FIELDS)
        for one in services.lists.everybody(SALMA)
    )
