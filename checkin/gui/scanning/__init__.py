"""Scanners that type: their keys told from people's, whatever has the focus."""
