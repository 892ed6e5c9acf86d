"""A scanner on a serial port: chosen, read beside the window, and said by a lamp."""
