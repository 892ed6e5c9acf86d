"""The command line: the same services without a window. Start reading at main.py."""
