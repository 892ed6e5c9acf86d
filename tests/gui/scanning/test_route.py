"""A scan while another page is in front: what came of it is said, and nothing that was before."""

from checkin.domain.verdict import Verdict


def told(window):
    return window.status.notice.text


def test_a_scan_on_another_page_is_told_there(window, tokens):
    window.show_page("attendance")
    window.scans.take(tokens["EL OUAFI Nadia"])
    assert window.page.answer.verdict is Verdict.WELCOME
    assert "EL OUAFI Nadia" in told(window)
    assert window.stack.front == "attendance"


def test_a_scan_that_nobody_takes_is_not_told_in_the_words_of_the_one_before(window, tokens):
    said = []
    window.page.enter(tokens["EL OUAFI Nadia"])
    window.show_page("attendance")
    window.scans.told.connect(said.append)
    window.setEnabled(False)  # as while the meeting is copied for a rehearsal
    window.scans.take(tokens["N'DIAYE Aïssatou"])
    assert said == []
    window.setEnabled(True)
    window.scans.take(tokens["EL OUAFI Nadia"])
    assert "EL OUAFI Nadia" in said[0].text
