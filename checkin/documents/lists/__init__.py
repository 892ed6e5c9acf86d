"""Lists of delegates in: start reading at reading.py."""
