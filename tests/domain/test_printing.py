"""Sizes of paper by their names, and jobs that are over."""

import pytest

from checkin.domain.printing import JobStage, JobState, PageSize
from checkin.domain.sheet import places_on


@pytest.mark.parametrize(
    ("size", "paper", "words"),
    [
        (PageSize(210.0, 297.0), "A4", "A4"),
        (PageSize(296.9, 210.1), "A4", "A4"),
        (PageSize(105, 148), "A6", "A6"),
        (PageSize(90, 54), "", "90 × 54 mm"),
    ],
)
def test_paper_is_called_as_people_and_printers_call_it(
    size: PageSize, paper: str, words: str
) -> None:
    assert (size.paper, size.words) == (paper, words)


def test_a_job_is_over_once_nothing_more_comes_of_it() -> None:
    over = {stage for stage in JobStage if JobState(stage).over}
    assert over == {JobStage.DONE, JobStage.CANCELLED, JobStage.FAILED}


def test_four_badges_fit_on_a4_and_one_on_its_own_page() -> None:
    assert (places_on("a4-4"), places_on("")) == (4, 1)
