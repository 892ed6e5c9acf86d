"""Hold each room of the house to its coverage floor: coverage_floors.py COVERAGE.json."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

FLOORS = {"domain": 100.0, "store": 100.0, "services": 95.0}
WHOLE = 90.0


@dataclass(frozen=True, slots=True)
class Figure:
    """Lines and branches together, the way coverage itself counts them."""

    covered: int = 0
    total: int = 0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.covered + other.covered, self.total + other.total)

    @property
    def percent(self) -> float:
        return 100.0 * self.covered / self.total if self.total else 100.0

    def reaches(self, floor: float) -> bool:
        return self.covered * 100 >= floor * self.total


@dataclass(frozen=True, slots=True)
class MeasuredFile:
    name: str
    room: str
    figure: Figure
    gaps: str


def measured(report: Mapping[str, Any]) -> Iterator[MeasuredFile]:
    for name, entry in report["files"].items():
        path = PurePosixPath(name.replace("\\", "/"))
        inside = path.parts[path.parts.index("checkin") + 1 :]
        yield MeasuredFile(str(path), PurePosixPath(inside[0]).stem, _figure(entry), _gaps(entry))


def _figure(entry: Mapping[str, Any]) -> Figure:
    counts = entry["summary"]
    return Figure(
        counts["covered_lines"] + counts["covered_branches"],
        counts["num_statements"] + counts["num_branches"],
    )


def _gaps(entry: Mapping[str, Any]) -> str:
    lines = [str(line) for line in entry["missing_lines"]]
    # A branch that leaves the function is counted as one to a negative line.
    branches = [
        f"{start}->{end if end > 0 else 'exit'}" for start, end in entry["missing_branches"]
    ]
    return ", ".join(lines + branches)


def total(files: Iterable[MeasuredFile]) -> Figure:
    return sum((file.figure for file in files), Figure())


def judged(files: list[MeasuredFile]) -> Iterator[tuple[bool, str]]:
    """Yield (in order, line to print) for each room, then for the whole."""
    for room in sorted({file.room for file in files} | set(FLOORS)):
        yield _room(room, [file for file in files if file.room == room])
    whole = total(files)
    yield _said("the whole", whole, WHOLE) if files else (False, "the whole: nothing was measured")


def _room(room: str, files: list[MeasuredFile]) -> tuple[bool, str]:
    floor = FLOORS.get(room)
    if not files:
        return False, f"{room:<12} nothing was measured, the floor is {floor:g} %"
    ok, line = _said(room, total(files), floor)
    if not ok:
        line += "".join(f"\n    {file.name}: {file.gaps}" for file in files if file.gaps)
    return ok, line


def _said(name: str, figure: Figure, floor: float | None) -> tuple[bool, str]:
    line = f"{name:<12} {figure.percent:6.2f} %"
    if floor is None:
        return True, line
    ok = figure.reaches(floor)
    return ok, f"{line}  {'floor' if ok else 'BELOW its floor of'} {floor:g} %"


def main(arguments: list[str]) -> int:
    report = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    if not report["meta"]["branch_coverage"]:
        print("no branches were measured: see [tool.coverage.run] in pyproject.toml")
        return 1
    verdicts = list(judged(list(measured(report))))
    for _, line in verdicts:
        print(line)
    return 0 if all(ok for ok, _ in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
