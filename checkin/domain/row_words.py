"""What must be said of a row of a list, in the words of a language."""

from checkin.domain.listing import RowProblem
from checkin.domain.text import shortened
from checkin.domain.wording import Wording

_LONGEST = 60  # letters of a cell that a sentence quotes


def row_words(problem: RowProblem, wording: Wording) -> tuple[str, str]:
    """(what happened, what to do); what is quoted keeps its own direction among the words."""
    quoted = {
        name: f"\u2068{shortened(text, _LONGEST)}\u2069" for name, text in problem.facts.items()
    }
    say = wording.say(f"row.{problem.code}", **quoted)
    return say, wording.say(f"row_do.{problem.code}")
