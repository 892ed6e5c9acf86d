"""Before somebody new comes onto the list: who is called so, and a delegation that is none."""

import pytest
from PySide6.QtCore import Qt

from tests.conftest import SALMA
from tests.services.staging import badge, journal, withdraw

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fill(qtbot, window, press):
    """Types texts into the fields of a panel, one after the other, and asks for it to be done."""

    def filled(*texts: str) -> None:
        for text in texts:
            qtbot.keyClicks(window.focusWidget(), text)
            press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Return, CONTROL)

    return filled


def test_whoever_is_called_as_somebody_listed_is_registered_by_the_same_key_once_more(
    window, press, fill, services
):
    before = journal(services)
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    fill("nadia", "El Ouafi", "Morocco")
    assert journal(services) == before
    assert panel.isVisible()
    said = panel.doubt.text()
    assert "On the list already: EL OUAFI Nadia, Morocco, badge MA-001, still to come." in said
    assert "Nothing is recorded yet. Ctrl+Enter once more" in said
    press(Qt.Key.Key_Return, CONTROL)
    assert journal(services)[-1] == "ArrivalRecorded"
    assert not panel.isVisible()


def test_whoever_is_called_so_and_is_here_is_said_to_be(window, type_in, press, fill, services):
    type_in(badge(services, "R-3").token)
    press(Qt.Key.Key_F4)
    fill("BENNANI", "Mohamed", "Spain")
    said = window.page.otherwise._walk_in.doubt.text()
    assert "BENNANI Mohamed, Tunisia, badge TN-001, here since 08:45" in said
    assert "BENNANI Mohamed, Morocco, badge MA-002, still to come" in said


def test_another_name_is_doubted_no_longer(qtbot, window, press, fill, services):
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    fill("EL OUAFI", "Nadia", "Morocco")
    panel.fields["given_names"].line.setFocus()
    qtbot.keyClicks(window.focusWidget(), "b")
    assert panel.doubt.text() == ""
    press(Qt.Key.Key_Return, CONTROL)
    assert window.page.card.face.person.surname == "EL OUAFI"
    press(Qt.Key.Key_F4)
    assert panel.doubt.text() == ""


def test_whoever_was_taken_back_is_no_namesake(window, press, fill, services):
    press(Qt.Key.Key_F4)
    fill("SARR", "Ousmane", "Senegal")
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_F4)
    fill("SARR", "Ousmane", "Senegal")
    assert window.page.card.face.word == "WELCOME"


def test_somebody_withdrawn_is_asked_about_and_said_to_be(window, press, fill, services):
    withdraw(services, "R-1")
    before = journal(services)
    press(Qt.Key.Key_F4)
    fill("El Ouafi", "Nadia", "Morocco")
    said = window.page.otherwise._walk_in.doubt.text()
    assert said.startswith(
        "Withdrawn, not expected any longer: EL OUAFI Nadia, Morocco, badge MA-001."
    )
    assert "On the list already" not in said
    assert "still to come" not in said
    assert journal(services) == before
    press(Qt.Key.Key_Return, CONTROL)
    assert window.page.card.face.word == "WELCOME"


def test_who_is_expected_is_named_before_who_is_withdrawn(window, press, fill, services):
    withdraw(services, "R-2")
    press(Qt.Key.Key_F4)
    fill("BENNANI", "Mohamed", "Spain")
    assert (
        "On the list already: BENNANI Mohamed, Tunisia, badge TN-001, still to come."
        " Withdrawn, not expected any longer: BENNANI Mohamed, Morocco, badge MA-002. Nothing"
    ) in window.page.otherwise._walk_in.doubt.text()


def test_of_many_who_are_called_the_same_it_is_said_how_many_more_there_are(
    window, press, fill, services
):
    for delegation in ("Spain", "Mali"):
        services.people.add(
            {"family_name": "BENNANI", "given_names": "Mohamed", "delegation": delegation}, SALMA
        )
    press(Qt.Key.Key_F4)
    fill("BENNANI", "Mohamed", "Spain")
    assert "And 2 more of that name." in window.page.otherwise._walk_in.doubt.text()


def test_somebody_withdrawn_who_comes_instead_is_asked_about(
    window, type_in, press, fill, services
):
    withdraw(services, "R-2")
    type_in(badge(services, "R-1").token)
    before = journal(services)
    press(Qt.Key.Key_F6)
    fill("GARCIA", "Lucia", "", "ill", "Embassy")
    panel = window.page.otherwise._substitute
    assert "On the list already: GARCÍA Lucía" in panel.doubt.text()
    panel.fields["family_name"].set_text("Bennani")
    panel.fields["given_names"].set_text("Mohamed")
    press(Qt.Key.Key_Return, CONTROL)
    assert "Withdrawn, not expected any longer: BENNANI Mohamed, Morocco" in panel.doubt.text()
    assert journal(services) == before


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("BENNANI", "Mohamed", "", "ill", ""), "Nobody was named who allows this"),
        (("BENNANI", "Mohamed", "", "", "Embassy"), "No reason was given"),
        (("", "", "", "ill", "Embassy"), "A name is needed"),
    ],
)
def test_what_is_missing_is_said_before_any_doubt(
    window, type_in, press, fill, services, texts, said
):
    type_in(badge(services, "R-1").token)
    before = journal(services)
    press(Qt.Key.Key_F6)
    fill(*texts)
    panel = window.page.otherwise._substitute
    assert said in panel.trouble.text()
    assert not panel.doubt.isVisible()
    for name, text in zip(panel.fields, ("BENNANI", "Mohamed", "", "ill", "Embassy"), strict=True):
        panel.fields[name].set_text(text)
    press(Qt.Key.Key_Return, CONTROL)
    assert "On the list already: BENNANI Mohamed" in panel.doubt.text()
    assert not panel.trouble.isVisible()
    panel.fields["reason"].line.clear()
    press(Qt.Key.Key_Return, CONTROL)
    assert panel.trouble.isVisible()
    assert not panel.doubt.isVisible()
    assert journal(services) == before


def test_whoever_comes_instead_may_be_called_as_somebody_listed(
    window, type_in, press, fill, services
):
    type_in(badge(services, "R-1").token)
    before = journal(services)
    press(Qt.Key.Key_F6)
    panel = window.page.otherwise._substitute
    fill("DE SOUSA E ALBUQUERQUE DE VASCONCELOS", "Maria Francisca", "", "ill", "Embassy")
    assert "Portugal, badge PT-001, still to come" in panel.doubt.text()
    assert journal(services) == before
    press(Qt.Key.Key_Return, CONTROL)
    assert "DelegateReplaced" in journal(services)[len(before) :]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "No delegation is given."),
        ("Maroco", "“Maroco” is no delegation that is known. Is it Morocco?"),
        ("Atlantis", "“Atlantis” is no delegation that is known. Nothing"),
    ],
)
def test_a_delegation_that_is_none_is_asked_about_once(window, press, fill, services, typed, said):
    before = journal(services)
    press(Qt.Key.Key_F4)
    fill("SARR", "Ousmane", typed)
    assert said in window.page.otherwise._walk_in.doubt.text()
    assert journal(services) == before
    press(Qt.Key.Key_Return, CONTROL)
    assert window.page.answer.delegate.delegation == typed


def test_a_delegation_of_the_list_is_known_though_it_is_no_country(window, press, fill):
    press(Qt.Key.Key_F4)
    fill("SARR", "Ousmane", "republic of upper nowhere")
    assert window.page.card.face.word == "WELCOME"


def test_an_organisation_of_a_visiting_card_that_is_a_delegation_is_the_delegation(
    window, type_in, press
):
    type_in("MECARD:N:SARR,Ousmane;ORG:UNODC;ADR:Vienna,Austria;;")
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    assert panel.fields["delegation"].text == "UNODC"


def test_no_field_is_cut_by_a_doubt_in_a_small_window(qtbot, window, press, fill):
    window.resize(960, 540)
    press(Qt.Key.Key_F4)
    panel = window.page.otherwise._walk_in
    fill("BENNANI", "Mohamed", "Maroco")
    qtbot.waitUntil(lambda: panel.doubt.height() >= panel.doubt.heightForWidth(panel.doubt.width()))
    assert not panel.title.isVisible()
    for field in panel.fields.values():
        assert field.geometry().bottom() < panel.doubt.geometry().top()
        assert field.line.geometry().bottom() <= field.height()
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_F4)
    assert panel.title.isVisible()
