"""Colours of a theme and of the verdicts, read from `resources/look/tokens.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from checkin.domain.delegate import Capacity
from checkin.domain.verdict import Verdict
from checkin.paths import resource

THEMES = ("light", "dark", "high_contrast")


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is told apart: colours, silhouette, the sign inside, and a broken edge."""

    family: str
    fill: str
    ink: str
    sign: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of a theme by its role; `verdicts` and `capacities` are the same in all."""

    name: str
    colours: Mapping[str, str]
    verdicts: Mapping[Verdict, Look]
    capacities: Mapping[Capacity, str]

    def __getitem__(self, role: str) -> str:
        return self.colours[role]

    @property
    def idle(self) -> Look:
        """The card while nothing is asked of it."""
        return Look("idle", self["surface"], self["ink"], "bars")

    @property
    def armed(self) -> Look:
        """The card that waits for a second Enter: nothing is recorded yet."""
        return Look("armed", self["surface"], self["ink"], "enter")

    @property
    def looked(self) -> Look:
        """The card of somebody who might go in, and was only looked up."""
        return Look("armed", self["surface"], self["ink"], "eye")

    @property
    def given(self) -> Look:
        """The card of somebody whose badge was given out."""
        return Look("armed", self["surface"], self["ink"], "badge")

    @property
    def busy(self) -> Look:
        """The card while something else has the file."""
        return Look("armed", self["surface"], self["ink"], "clock")


@cache
def theme(name: str) -> Theme:
    """One of `THEMES`."""
    with resource("look", "tokens.toml").open("rb") as file:
        tokens = tomllib.load(file)
    families = tokens["verdict"]
    return Theme(
        name=name,
        colours=tokens["theme"][name],
        verdicts={Verdict[key]: _look(families, *of) for key, of in families["of"].items()},
        capacities={Capacity(key): colour for key, (_, colour) in tokens["capacity"].items()},
    )


def _look(families: Mapping[str, Any], family: str, words: str) -> Look:
    sign, _, rest = words.partition(", ")
    colours = families[family]
    return Look(family, colours["fill"], colours["ink"], sign, broken="dashed" in rest)
