"""The Badges page: which are printed, on what, and whether they are right."""
