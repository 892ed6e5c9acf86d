"""A reception desk that opens one file, greets every arrival and never loses one."""

__version__ = "0.1.0"
