"""Printing where the print system takes no PDF: its pages are painted at the printer's resolution.

This is the way on Windows.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from checkin.domain.printing import PagePicture, PageSize, Printer, PrintOrder
from checkin.domain.refused import Refused
from checkin.gui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_DOTS = 600  # an inch: more only fills the spooler


def printers_of_qt() -> tuple[Printer, ...]:
    """The printers that Qt finds; raises Refused("no_printer")."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names, usual = QPrinterInfo.availablePrinterNames(), QPrinterInfo.defaultPrinterName()
    if not names:
        raise Refused("no_printer")
    return tuple(Printer(name, usual=name == usual) for name in names)


def printer_of_qt(order: PrintOrder) -> "QPrinter":
    """A printer to paint on; raises Refused("no_such_printer")."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(order.printer)
    if info.isNull():
        raise Refused("no_such_printer", printer=order.printer)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(order.title)
    printer.setCopyCount(order.copies)
    return printer


class Painting:
    """One PDF on its way to a printer, page by page; the window breathes between two pages."""

    def __init__(
        self,
        printer: "QPrinter",
        pdf: bytes,
        sizes: tuple[PageSize, ...],
        tasks: Tasks,
        done: Callable[[], object],
        failed: Callable[[Refused], object],
    ) -> None:
        self._printer, self._pdf, self._sizes, self._tasks = printer, pdf, sizes, tasks
        self._done, self._failed = done, failed
        self._painter = QPainter()
        self._page = 0
        printer.setResolution(min(printer.resolution(), _MOST_DOTS))
        self._lay_paper()

    def begin(self) -> None:
        """Opens the job and asks for the first page."""
        if self._painter.begin(self._printer):
            self._ask()
        else:
            self._failed(Refused("printer_refused", printer=self._printer.printerName()))

    def _lay_paper(self) -> None:
        size = self._sizes[self._page]
        paper = QPageSize(QSizeF(size.width, size.height), QPageSize.Unit.Millimeter)
        upright = QPageLayout.Orientation.Portrait
        self._printer.setPageLayout(QPageLayout(paper, upright, QMarginsF()))
        self._printer.setFullPage(True)

    def _ask(self) -> None:
        from checkin.services import printing

        pdf, page = self._pdf, self._page
        wide = round(self._sizes[page].width / 25.4 * self._printer.resolution())
        self._tasks.start(
            lambda _: printing.page_picture(pdf, page, wide), self._paint, self._failed
        )

    def _paint(self, picture: PagePicture) -> None:
        step = picture.width * 4
        image = QImage(
            picture.pixels, picture.width, picture.height, step, QImage.Format.Format_RGB32
        )
        self._painter.drawImage(QRectF(0, 0, picture.width, picture.height), image)
        self._page += 1
        if self._page == len(self._sizes):
            self._painter.end()
            self._done()
            return
        self._lay_paper()
        self._printer.newPage()
        self._ask()
