"""A theme: a chain of folders, its assets by their fingerprints, its strings and its look. Neither jinja2 nor babel."""

from ssg.theme.load import carried_folder, load_theme
from ssg.theme.model import Folder, Forms, Strings, Theme

__all__ = ["Folder", "Forms", "Strings", "Theme", "carried_folder", "load_theme"]
