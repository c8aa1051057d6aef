"""Files that a command writes: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from ssg.diagnostics import UsageError


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises UsageError when it is, or cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise UsageError(f"{path} is there already, and nothing is written over it") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None


def write_over(path: Path, data: bytes) -> None:
    """Write beside a file, then rename: whoever reads meanwhile sees the old one or the new one."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(data)
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(f"{path} cannot be written: {error.strerror}") from None
