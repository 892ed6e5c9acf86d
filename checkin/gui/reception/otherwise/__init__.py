"""People who come otherwise than listed: panels under the card, never in the way of a scan."""
