"""Codes in what a camera sees; asked beside the window."""


def read_luma(plane: memoryview, size: tuple[int, int], stride: int, step: int = 1) -> list[str]:
    """What the codes of a grey plane say; see `documents.pictures.read_luma`."""
    from checkin.documents.pictures import read_luma as read

    return read(plane, size, stride, step)
