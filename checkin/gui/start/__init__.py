"""The start page: what to open, and how to begin."""
