"""The pages of a PDF that was just made: their sizes, and pictures of them.

pdfium knows no threads: whoever asks, one page is drawn at a time.
"""

from threading import Lock

from checkin.domain.printing import PagePicture, PageSize

_ONE_AT_A_TIME = Lock()
_MM = 25.4 / 72  # millimetres in a point


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """The size of every page."""
    import pypdfium2

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    return tuple(PageSize(width * _MM, height * _MM) for width, height in sizes)


def page_picture(pdf: bytes, page: int, width: int) -> PagePicture:
    """A page (from 0) drawn so many pixels wide."""
    import pypdfium2

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        drawn = document[page]
        bitmap = drawn.render(scale=width / drawn.get_width(), prefer_bgrx=True)
        picture = PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
        bitmap.close()
        drawn.close()
    return picture
