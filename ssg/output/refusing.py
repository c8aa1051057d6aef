"""What is told when the disk refuses a file."""

from __future__ import annotations

from ssg.diagnostics import BuildError

_CACHE = "It is part of the cache, which a build must write to, and which may be deleted at any time"


def refused(path: str, error: OSError) -> BuildError:
    """For a file of the output."""
    if isinstance(error, FileExistsError | IsADirectoryError):
        place, hint = error.filename2 or error.filename or path, "Move it away, or choose another folder by `-o`"
        return BuildError(f"{place} is in the way, and no build wrote it. {hint}")
    return BuildError(f"{path} cannot be written: {error.strerror or error}. What was there before is still there")


def cache_refused(error: OSError) -> BuildError:
    """For a file of the cache, which the error names."""
    return BuildError(f"{error.filename2 or error.filename} cannot be written: {error.strerror or error}. {_CACHE}")
