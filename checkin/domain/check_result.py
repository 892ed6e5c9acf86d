"""What a check of a meeting file found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file: `damaged`, `chain`, `folded` or `head`, and where."""

    code: str
    where: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything a check found; `head` is the newest fact's hash in hexadecimal digits."""

    problems: tuple[Problem, ...]
    facts: int
    delegates: int
    arrivals: int
    head: str

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.problems
