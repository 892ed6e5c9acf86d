"""The fields a list may fill."""

FIELDS = (
    *("reference", "honorific", "full_name", "family_name", "given_names", "name_in_script"),
    *("function", "organisation", "delegation", "country", "capacity", "working_group", "seat"),
    *("languages", "email", "phone", "note", "attention", "foreign_codes"),
)
NAMES = ("family_name", "full_name", "given_names")
"""The fields of which a list must have one."""
