"""The output folder: files whole or not at all, only stale ones written, what nothing explains any more removed."""

from ssg.output.aside import Aside, Laid
from ssg.output.refusing import cache_refused
from ssg.output.writing import LISTING, Output

__all__ = ["LISTING", "Aside", "Laid", "Output", "cache_refused"]
