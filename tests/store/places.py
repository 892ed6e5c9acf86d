"""Places that do not take what is written: mounted read-only, small, or marked unchangeable."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def small_disk(folder: Path, size: str = "64m") -> Iterator[Path]:
    """A file system of its own on a new folder; skips the test where mounting is impossible."""
    folder.mkdir()
    _or_skip("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def make_read_only(disk: Path) -> None:
    """From now on the disk takes nothing more."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


@contextlib.contextmanager
def unchangeable(path: Path) -> Iterator[None]:
    """Inside, not even root may change this file or folder."""
    _or_skip("chattr", "+i", str(path))
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(path)], check=True)


def _or_skip(*command: str) -> None:
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip(f"{command[0]} needs root")
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"{command[0]} is impossible here: {error}")
