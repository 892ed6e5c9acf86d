"""A file takes longer than a value: fewer examples, however slow the computer is today."""

from hypothesis import settings

settings.register_profile("rules", deadline=None, max_examples=100)
settings.load_profile("rules")
