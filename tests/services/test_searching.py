"""Who is found for what is typed, mistyped or heard: invented people, asked as at a desk."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.bootstrap import Services
from checkin.domain.delegate import Delegate, Status
from checkin.services.search.index import PeopleIndex
from tests.conftest import SALMA
from tests.services.staging import person, withdraw

NAMES = (
    ("AIT BARKA", "Mohammed", "Morocco", "MA", ""),
    ("OULD SIDATI", "Cheikh Mohamed", "Mauritania", "MR", ""),
    ("BEN TALEB", "Houda", "Tunisia", "TN", ""),
    ("OUATTARINGA", "Soumaïla", "Burkina Faso", "BF", ""),
    ("CHAMKOURI", "Fathi", "Libya", "LY", ""),
    ("VERPILLAC DE LA TOUR", "Jean-Noël", "France", "FR", ""),
    ("MARTINHO", "José António", "Portugal", "PT", ""),
    ("MARTINELLI", "Chiara", "Italy", "IT", ""),
    ("DIOUFAL", "Aïssatou", "Senegal", "SN", ""),
    ("N'DIAYERE", "Pape", "Senegal", "SN", ""),
    ("EL GHOUTHAMI", "Rachid", "Morocco", "MA", ""),
    ("KOUASSIGAN", "Joseph", "Togo", "TG", ""),
    ("الخضراوي", "يوسف", "Algeria", "DZ", ""),
    ("کریمی", "زينب", "Algeria", "DZ", ""),
    ("BAH", "Chernor R.M.", "Sierra Leone", "SL", ""),
    ("SANTOS", "Paula", "International Organisation for Borders", None, "Frontex liaison"),
)
PEOPLE = tuple(
    Delegate(f"{number:02d}", family, given, delegation=place, country=code, function=function)
    for number, (family, given, place, code, function) in enumerate(NAMES)
)


def index_of(*people: Delegate) -> PeopleIndex:
    index = PeopleIndex()
    for one in people:
        index.add(one)
    return index


INDEX = index_of(*PEOPLE)


def found(text: str, index: PeopleIndex = INDEX, limit: int = 8) -> list[str]:
    family = {one.id: one.family_name for one in PEOPLE}
    return [family[person] for person, _ in index.search(text, limit)[0]]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("muhammad barka", "AIT BARKA"),
        ("oulad sidati", "OULD SIDATI"),
        ("sheikh muhamed", "OULD SIDATI"),
        ("bentaleb huda", "BEN TALEB"),
        ("bin taleb", "BEN TALEB"),
        ("sumaila", "OUATTARINGA"),
        ("wataringa", "OUATTARINGA"),
        ("kamkouri", "CHAMKOURI"),
        ("fahti", "CHAMKOURI"),
        ("jeannoel", "VERPILLAC DE LA TOUR"),
        ("de verpilac", "VERPILLAC DE LA TOUR"),
        ("martniho", "MARTINHO"),
        ("jos mart", "MARTINHO"),
        ("martinelli c", "MARTINELLI"),
        ("aisatu", "DIOUFAL"),
        ("ndiayere", "N'DIAYERE"),
        ("diayere", "N'DIAYERE"),
        ("elghouthami", "EL GHOUTHAMI"),
        ("al guthami", "EL GHOUTHAMI"),
        ("josef kwasigan", "KOUASSIGAN"),
        ("mbah", "BAH"),
        ("Sra. Santos", "SANTOS"),
        ("frontex", "SANTOS"),
        ("chqmkouri", "CHAMKOURI"),
        ("ch;kouri fathi", "CHAMKOURI"),
        ("josé portugal", "MARTINHO"),
        ("jose senegal martinho", "MARTINHO"),
        ("kouassigan nobody joseph", "KOUASSIGAN"),
    ],
)
def test_a_person_is_found_as_heard_or_mistyped(typed: str, who: str) -> None:
    assert found(typed)[0] == who


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("الشيخ محمد", "OULD SIDATI"),
        ("هدى بن طالب", "BEN TALEB"),
        ("رشيد الغوثامي", "EL GHOUTHAMI"),
        ("youssef", "الخضراوي"),
        ("khadraoui", "الخضراوي"),
        ("يوسف", "الخضراوي"),
        ("الخضراوى", "الخضراوي"),
        ("كريمي", "کریمی"),
        ("zineb karimi", "کریمی"),
        ("زينـــب", "کریمی"),
    ],
)
def test_arabic_and_latin_letters_find_each_other(typed: str, who: str) -> None:
    assert found(typed)[0] == who


@pytest.mark.parametrize(
    "typed", ["Maroc", "marruecos", "Marrocos", "المغرب", "MA", "moroco", "morocco"]
)
def test_a_country_is_found_in_every_language_by_its_code_and_mistyped(typed: str) -> None:
    assert {"AIT BARKA", "EL GHOUTHAMI"} <= set(found(typed, limit=20))


def test_a_name_goes_before_a_country_that_begins_so() -> None:
    assert found("ma")[:2] == ["MARTINHO", "MARTINELLI"]


def test_beginnings_go_before_errors_and_those_before_what_sounds_alike() -> None:
    names = ("KOSAMA", "KASEMMU", "KASEMIR")
    ids, total = index_of(*(Delegate(name, name, "X") for name in names)).search("kasemi", 8)
    assert [person for person, _ in ids] == ["KASEMIR", "KASEMMU", "KOSAMA"]
    assert total == 3
    assert ids[0][1] > 0.8 > ids[1][1] > ids[2][1]


@pytest.mark.parametrize("typed", ["zzxy", "nobody at all", "q", "", "'", "12345", "xylophone"])
def test_nobody_is_found_for_what_is_nobodys(typed: str) -> None:
    assert found(typed) == []


@given(st.text(max_size=40))
@settings(max_examples=200)
def test_whatever_is_typed_the_answer_is_the_same_twice(text: str) -> None:
    once, total = INDEX.search(text, 5)
    assert INDEX.search(text, 5) == (once, total)
    scores = [score for _, score in once]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len(once) <= min(5, total)


@pytest.mark.parametrize("text", ['" OR 1=1 --', "NEAR(a b)", "%_*", "a" * 10_000, "\x00\x1b ma"])
def test_operators_and_long_texts_are_only_words(services: Services, text: str) -> None:
    assert len(services.finding.people(text, SALMA, 8).people) <= 8


@given(st.sampled_from(PEOPLE), st.integers(2, 12), st.sampled_from(["", "h", "x", " se"]))
def test_as_many_are_counted_as_are_shown_where_there_is_room(who, letters: int, more: str) -> None:
    best, total = INDEX.search(who.family_name[:letters] + more, len(PEOPLE))
    assert total == len(best)


def test_everybody_is_found_by_the_whole_name_in_any_order() -> None:
    chance = random.Random(4)
    for one in PEOPLE:
        parts = one.name.split()
        chance.shuffle(parts)
        assert found(" ".join(parts))[0] == one.family_name


def test_whoever_is_forgotten_is_not_found_and_leaves_nothing() -> None:
    index = index_of(*PEOPLE)
    for one in PEOPLE[1:]:
        index.remove(one.id)
    index.remove("nobody")
    assert len(index) == 1
    assert found("martinho", index) == []
    assert found("barka", index) == ["AIT BARKA"]
    index.remove(PEOPLE[0].id)
    assert not index.names.words.keys
    assert not index.names.sounds.keys


@given(st.permutations(PEOPLE), st.sampled_from(["mart", "mohamed", "senegal", "jose"]))
@settings(max_examples=20)
def test_people_in_another_order_are_found_with_the_same_scores(people, typed: str) -> None:
    assert sorted(index_of(*people).search(typed, 20)[0]) == sorted(INDEX.search(typed, 20)[0])


def references(services: Services, text: str) -> list[str]:
    found = services.finding.people(text, SALMA, 8).people
    return [one.delegate.reference for one in found]


def test_a_change_is_found_without_a_new_index(services: Services) -> None:
    index = services.searched.whole()
    someone = person(services, "R-6")
    services.people.change(someone.id, {"family_name": "OLAVARRIETA"}, SALMA)
    assert references(services, "olavarieta") == ["R-6"]
    assert references(services, "garcia") == []
    withdraw(services, "R-6")
    (gone,) = services.finding.people("olavarrieta", SALMA, 8).people
    assert gone.delegate.status is Status.WITHDRAWN
    assert services.searched.whole() is index


def test_an_arrival_changes_nothing_in_the_index(services: Services) -> None:
    index = services.searched.whole()
    services.reception.record(person(services, "R-6").id, SALMA)
    assert services.searched.at_hand() is index


def test_the_same_change_is_followed_as_by_an_index_made_anew(services: Services) -> None:
    services.searched.whole()
    services.people.change(person(services, "R-1").id, {"given_names": "Naima"}, SALMA)
    followed = services.searched.whole().search("naima", 8)
    from checkin.services.search.following import SearchedPeople

    assert SearchedPeople(services.file).whole().search("naima", 8) == followed


def test_only_beginnings_are_found_while_the_index_is_made(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkin.services.search.following._AT_ONCE", 1)
    assert references(services, "benani") == []
    assert sorted(references(services, "bennani")) == ["R-2", "R-3"]
    for _ in services.searched.steps():
        pass
    assert sorted(references(services, "benani")) == ["R-2", "R-3"]
    assert list(services.searched.steps()) == []


def test_a_list_of_many_changes_makes_the_index_anew(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkin.services.search.following._MOST_FOLLOWED", 0)
    index = services.searched.whole()
    services.people.change(person(services, "R-6").id, {"family_name": "OLAVARRIETA"}, SALMA)
    assert services.searched.whole() is not index
    assert references(services, "olavarrieta") == ["R-6"]
