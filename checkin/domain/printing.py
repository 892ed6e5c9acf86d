"""Printers, the jobs they were given, and the pages that go there."""

from dataclasses import dataclass
from enum import StrEnum

_SHEETS = {(297, 420): "A3", (210, 297): "A4", (148, 210): "A5", (105, 148): "A6"}


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page in millimetres."""

    width: float
    height: float

    @property
    def paper(self) -> str:
        """The name that people and printers know this size by, or "" for none."""
        short, long = sorted((round(self.width), round(self.height)))
        return _SHEETS.get((short, long), "")

    @property
    def words(self) -> str:
        """The name, or the measures where it has none."""
        return self.paper or f"{self.width:.0f} × {self.height:.0f} mm"


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as it is printed: four bytes a pixel (blue, green, red, nothing), row by row."""

    width: int
    height: int
    pixels: bytes


class PrinterState(StrEnum):
    """ready, stopped (jobs wait), refusing (takes none), missing (no longer there)."""

    READY = "ready"
    STOPPED = "stopped"
    REFUSING = "refusing"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as the print system describes it; `reason` is in the print system's words."""

    name: str
    state: PrinterState = PrinterState.READY
    reason: str = ""
    usual: bool = False


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is asked of a printer. `title` stands in the printer's queue: it names nobody."""

    printer: str
    title: str
    copies: int = 1
    size: PageSize | None = None


class JobStage(StrEnum):
    """waiting, printing, done, or ended without paper."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class JobState:
    """How a job is; `reason` is in the print system's words, "" for nothing to say."""

    stage: JobStage
    reason: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.stage not in (JobStage.WAITING, JobStage.PRINTING)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A job that the print system accepted: its printer and its id there."""

    printer: str
    id: str
