"""Paper on its way: pages as pictures for the screen, PDFs handed to the print system.

Nothing here touches a meeting file, so a window may ask it beside its own thread.
"""

from checkin.domain.printing import (
    JobState,
    PagePicture,
    PageSize,
    Printer,
    PrintJob,
    PrintOrder,
)


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page of a PDF of ours."""
    from checkin.documents import pdf_pages

    return pdf_pages.page_sizes(pdf)


def page_picture(pdf: bytes, page: int, width: int) -> PagePicture:
    """A page (from 0) of a PDF of ours, drawn so many pixels wide."""
    from checkin.documents import pdf_pages

    return pdf_pages.page_picture(pdf, page, width)


def takes_pdf() -> bool:
    """Whether the print system takes a PDF itself; otherwise its pages must be painted."""
    from checkin.documents import cups

    return cups.is_there()


def printers() -> tuple[Printer, ...]:
    """Every printer as it is now. Raises Refused `no_printer`, `no_print_system` or `no_answer`."""
    from checkin.documents import cups

    return cups.printers()


def send(pdf: bytes, order: PrintOrder) -> PrintJob:
    """Hands a PDF to a printer; what comes back was accepted.

    Raises Refused `no_such_printer`, `printer_refused`, `print_uncertain`, `no_print_system` or
    `no_answer`.
    """
    from checkin.documents import cups

    return cups.send(pdf, order)


def job_state(job: PrintJob) -> JobState:
    """How a job is now. Raises Refused `no_print_system` or `no_answer`."""
    from checkin.documents import cups

    return cups.state(job)
