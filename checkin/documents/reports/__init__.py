"""Reports on paper and in spreadsheets: start reading at writing.py."""
