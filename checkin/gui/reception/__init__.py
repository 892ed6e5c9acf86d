"""The page at the door: field, verdict card, today's count, last arrivals."""
