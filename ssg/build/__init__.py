"""From a folder of Markdown to a careers site."""

from ssg.build.options import BuildOptions, Built, Stage
from ssg.build.pipeline import build

__all__ = ["BuildOptions", "Built", "Stage", "build"]
