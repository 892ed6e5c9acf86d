"""Which reports there are, and in which files."""

REPORT_KINDS = ("attendance", "door")
REPORT_FORMATS = ("pdf", "xlsx", "csv")
