"""The delegates page: the whole list as a table, and one person of it to mend."""
