"""A list taken in: read, shown with its problems, applied; start reading at intake.py."""
