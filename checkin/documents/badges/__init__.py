"""Badges: start reading at printing.py."""
