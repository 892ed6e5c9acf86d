"""Invented people as their badges show them."""

import hashlib

from hypothesis import strategies as st

from checkin.domain.badge_face import BadgeFace, BadgeHead
from checkin.domain.delegate import Capacity
from checkin.domain.token import make_token

KEY = b"a key for tests"
HEAD = BadgeHead("High-level meeting on border management", ("Madrid, 5 and 6 July 2022",))

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="ab É<&>\"'/-\\()[]{}%\x00\t\u202e\u200f\u0301", max_size=60),
    st.text(alphabet="محمدالينوشخأةى ولد\u200c\u0651٣()😀AZ ", max_size=60),
    st.integers(1, 300).map(lambda letters: "W" * letters),
    st.integers(1, 60).map(lambda words: "ÉLODIE " * words),
)


def face(
    family_name: str,
    given_names: str = "",
    name_in_script: str = "",
    function: str = "",
    delegation: str = "Morocco",
    code: str = "MA",
    working_group: str = "",
    capacity: Capacity = Capacity.DELEGATE,
    number: str = "MA-014",
) -> BadgeFace:
    """One badge; its token follows from its number and the name."""
    chance = hashlib.sha256(f"{number} {family_name}".encode("utf-8", "replace")).digest()[:8]
    return BadgeFace(
        delegate_id=f"id of {number}",
        token=make_token(chance, KEY),
        number=number,
        given_names=given_names,
        family_name=family_name,
        name_in_script=name_in_script,
        function=function,
        delegation=delegation,
        code=code,
        working_group=working_group,
        capacity=capacity,
    )


NADIA = face("EL OUAFI", "Nadia", "نادية الوافي", "Director of Borders", working_group="A")
MARIA = face(
    "DE SOUSA E ALBUQUERQUE DE VASCONCELOS",
    "Maria Francisca Leonor",
    function="Deputy National Director for Document Security and Identification",
    delegation="Portugal",
    code="PT",
    number="PT-007",
)
ARABIC_ONLY = face("محمد الأمين ولد الشيخ أحمد", delegation="موريتانيا", code="MR", number="MR-003")

FACES = st.builds(
    face,
    family_name=HOSTILE,
    given_names=HOSTILE,
    name_in_script=HOSTILE,
    function=HOSTILE,
    delegation=HOSTILE,
    code=st.sampled_from(("MA", "ECOWAS", "", "<b>")),
    working_group=HOSTILE,
    capacity=st.sampled_from(tuple(Capacity)),
)


def crowd(count: int) -> list[BadgeFace]:
    """As many people, no two alike, in every capacity."""
    capacities = tuple(Capacity)
    return [
        face(
            f"NAME {number}",
            "Given",
            delegation=("Morocco", "Côte d’Ivoire", "European Commission")[number % 3],
            code=("MA", "CI", "EU")[number % 3],
            capacity=capacities[number % len(capacities)],
            number=f"MA-{number:03d}",
        )
        for number in range(count)
    ]
