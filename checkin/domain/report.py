"""Which reports there are, and in which files."""

REPORT_KINDS = ("attendance",)
REPORT_FORMATS = ("pdf", "xlsx", "csv")
