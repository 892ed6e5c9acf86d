"""The meeting page: what the organisers decide, and how the file is kept safe."""
