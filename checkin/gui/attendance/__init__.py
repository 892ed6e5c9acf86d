"""The attendance page: who is here, who is missing, and the reports of it."""
