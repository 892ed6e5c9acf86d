"""How a job ended, asked of CUPS' own library: its programs say the same of every job that is over.

`ipp_jstate_t` and `cups_job_t` as in cups/cups.h and cups/ipp.h of CUPS 2.
"""

import ctypes
import sys

_ALL = -1
_LIBRARY = "libcups.2.dylib" if sys.platform == "darwin" else "libcups.so.2"


class _Job(ctypes.Structure):
    _fields_ = (
        ("id", ctypes.c_int),
        *((name, ctypes.c_char_p) for name in ("dest", "title", "user", "format")),
        *((name, ctypes.c_int) for name in ("state", "size", "priority")),
        *((name, ctypes.c_long) for name in ("completed", "created", "processed")),
    )


def state_of(printer: str, number: int) -> int | None:
    """The `ipp_jstate_t` of a job; None where it is not known, or there is no such library."""
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError:
        return None
    library.cupsSetServer(None)  # else it goes on with the one it asked before
    jobs = ctypes.POINTER(_Job)()
    count = library.cupsGetJobs2(None, ctypes.byref(jobs), printer.encode(), 0, _ALL)
    states = {jobs[at].id: jobs[at].state for at in range(count)}
    library.cupsFreeJobs(count, jobs)
    return states.get(number)
