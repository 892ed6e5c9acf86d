"""The screen of the benchmarks, as many desks have one: a window has its usual size there."""

from pathlib import Path

SCREEN = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
