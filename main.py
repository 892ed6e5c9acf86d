"""The front door of the check-in desk."""

import multiprocessing

if __name__ == "__main__":
    multiprocessing.freeze_support()  # first: a frozen child process must go no further
    from checkin.__main__ import main

    raise SystemExit(main())
