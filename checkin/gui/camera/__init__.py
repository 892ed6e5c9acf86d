"""The camera of the desk: chosen, read beside the window, shown, and said by a lamp."""
