"""Values and rules of the reception; the standard library only, no I/O, no clock, no window."""
