"""The development server: watch, rebuild, reload; problems are shown in the page."""

from ssg.server.following import Follower
from ssg.server.outcome import Failed, Rebuilt
from ssg.server.serving import Server

__all__ = ["Failed", "Follower", "Rebuilt", "Server"]
