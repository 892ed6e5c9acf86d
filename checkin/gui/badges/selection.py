"""Which badges are chosen: whole groups, single ones ticked or left out by hand, or blank ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from checkin.domain.text import words
from checkin.services.badges import BadgeLine, BadgeStanding

EVERYWHERE, NOWHERE = "", "-"


@dataclass(frozen=True, slots=True)
class Selection:
    """`delegation` narrows the groups to one, as it is shown; `EVERYWHERE`, or `NOWHERE` for none.

    A badge that was ticked or left out by hand stays so whatever groups are chosen. With
    `blank` so many new blank badges are made, and none of the others until it is 0 again.
    """

    groups: frozenset[BadgeStanding] = frozenset((BadgeStanding.UNPRINTED, BadgeStanding.OUTDATED))
    delegation: str = EVERYWHERE
    ticked: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    blank: int = 0

    def in_groups(self, line: BadgeLine) -> bool:
        """Whether a badge belongs to what was chosen as a whole."""
        if self.delegation == NOWHERE:
            return line.standing in self.groups and not line.delegation
        return line.standing in self.groups and self.delegation in (EVERYWHERE, line.delegation)

    def has(self, line: BadgeLine) -> bool:
        """Whether a badge is chosen."""
        if self.blank:
            return False
        if line.token in self.ticked:
            return True
        return self.in_groups(line) and line.token not in self.left_out

    def chosen(self, lines: Iterable[BadgeLine]) -> frozenset[str]:
        """The tokens of the badges that are chosen."""
        return frozenset(line.token for line in lines if self.has(line))

    def listed(self, lines: Sequence[BadgeLine], query: str) -> tuple[BadgeLine, ...]:
        """What the list shows: the groups and what was ticked, or whoever is looked for."""
        if wanted := words(query):
            return tuple(line for line in lines if _found(line, wanted))
        return tuple(line for line in lines if line.token in self.ticked or self.in_groups(line))

    def toggled(self, line: BadgeLine) -> "Selection":
        """The same with one badge ticked, or left out."""
        token = frozenset((line.token,))
        if self.has(line):
            return replace(self, ticked=self.ticked - token, left_out=self.left_out | token)
        chosen = self._of_people
        return replace(chosen, ticked=chosen.ticked | token, left_out=chosen.left_out - token)

    def with_group(self, groups: Iterable[BadgeStanding], wanted: bool) -> "Selection":
        """The same with groups added, or taken away."""
        changed, before = frozenset(groups), self._of_people
        chosen = before.groups | changed if wanted else before.groups - changed
        return replace(before, groups=chosen)

    def narrowed(self, delegation: str) -> "Selection":
        """The same of one delegation."""
        return replace(self._of_people, delegation=delegation)

    @property
    def _of_people(self) -> "Selection":
        """What is added to; beside blank badges nothing was chosen, whatever was before them."""
        nothing = frozenset[str]()
        if not self.blank:
            return self
        return replace(self, groups=frozenset(), ticked=nothing, left_out=nothing, blank=0)

    def by_groups_only(self) -> "Selection":
        """The same without what was ticked or left out by hand, and without blank ones."""
        return replace(self, ticked=frozenset(), left_out=frozenset(), blank=0)


def _found(line: BadgeLine, wanted: Sequence[str]) -> bool:
    """Whether every word looked for begins a word of name, delegation or number."""
    texts = (line.family_name, line.given_names, line.delegation, line.number)
    there = [word for text in texts for word in words(text)]
    return all(any(word.startswith(one) for word in there) for one in wanted)
