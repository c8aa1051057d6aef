"""Text files that people write: decoding, YAML with positions, and messages for people. Home of yaml."""

from ssg.source.explain import explain
from ssg.source.text import DEFAULT_LIMITS, ReadLimits, Source, read_bytes, read_source, split_source
from ssg.source.yaml_file import dump_yaml, locate, parse_yaml, spans, without_empty

__all__ = [
    "DEFAULT_LIMITS",
    "ReadLimits",
    "Source",
    "dump_yaml",
    "explain",
    "locate",
    "parse_yaml",
    "read_bytes",
    "read_source",
    "spans",
    "split_source",
    "without_empty",
]
