"""People found as they are heard and mistyped: an index beside the meeting file, in memory."""
