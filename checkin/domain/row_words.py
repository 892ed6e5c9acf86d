"""What must be said of a row of a list, in the words of a language."""

from checkin.domain.listing import RowProblem
from checkin.domain.text import shortened
from checkin.domain.wording import Wording

_LONGEST = 60  # letters of a cell that a sentence quotes


def row_words(problem: RowProblem, wording: Wording) -> tuple[str, str]:
    """(what happened, what to do); what is quoted keeps its own direction among the words.

    A fact that has words of its own in the language, as `offered_fr` beside `offered`, is said
    in them.
    """
    facts, language = problem.facts, wording.language
    said = {name: facts.get(f"{name}_{language}", text) for name, text in facts.items()}
    quoted = {name: f"\u2068{shortened(text, _LONGEST)}\u2069" for name, text in said.items()}
    say = wording.say(f"row.{problem.code}", **quoted)
    return say, wording.say(f"row_do.{problem.code}")
