"""Paper in the window: the pages of a PDF in sight, and the way to a printer."""
