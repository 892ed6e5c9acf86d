"""One is one and several are several, wherever the window counts."""

from datetime import date
from pathlib import Path

import pytest

from checkin.gui.badges.footer import Footer
from checkin.gui.preferences import Recent
from checkin.gui.reception.held_scans import lost_words
from checkin.gui.start.recent_row import _about
from checkin.services.badges import Printed
from checkin.services.words import wording


@pytest.mark.parametrize(
    ("badges", "pages", "again", "several", "said"),
    [
        (1, 1, 0, False, "One badge."),
        (1, 1, 1, True, "One badge on one sheet. It is printed already; its code stays the same."),
        (4, 1, 0, True, "4 badges on one sheet."),
        (
            5, 2, 1, True,
            "5 badges on 2 sheets. One of them is printed already; its code stays the same.",
        ),
        (
            5, 5, 2, False,
            "5 badges, one a page. 2 of them are printed already; their codes stay the same.",
        ),
    ],
)  # fmt: skip
def test_the_footer_says_what_will_be_printed(qtbot, desk, badges, pages, again, several, said):
    footer = Footer(desk.theme)
    qtbot.addWidget(footer)
    footer.offer(Printed(badges, pages, ()), again, several)
    assert footer.about.text() == said


def test_one_badge_that_was_saved_counts_as_printed(qtbot, window, services, tmp_path):
    window.show_page("badges")
    page = window.stack.page("badges")
    qtbot.waitUntil(lambda: page.to_paper.paper is not None)
    everybody = page.to_paper.paper
    page.which.delegation.setCurrentIndex(page.which.delegation.findData("Spain"))
    page.which.delegation.activated.emit(page.which.delegation.currentIndex())
    qtbot.waitUntil(lambda: page.to_paper.paper not in (None, everybody))
    assert page.to_paper.paper.made.printed.badges == 1
    page.to_paper.save_to(str(tmp_path / "one.pdf"))
    qtbot.waitUntil(lambda: services.badges.counts().printed == 1)
    assert window.status.notice.text == "Saved as one.pdf; one badge counts as printed."


@pytest.mark.parametrize(("people", "said"), [(0, "0 people"), (1, "1 person"), (7, "7 people")])
def test_a_recent_meeting_says_how_many_people_it_has(people, said):
    recent = Recent(Path("m.checkin"), "M", "Madrid", days=(date(2022, 7, 5),), people=people)
    assert said in _about(recent, "", wording("en"))


def test_scans_that_would_be_lost_are_counted():
    assert lost_words(0, []) == ""
    assert "One scan is not recorded and waits" in lost_words(1, ["EL OUAFI Nadia"])
    assert "2 scans are not recorded and wait" in lost_words(2, [])
