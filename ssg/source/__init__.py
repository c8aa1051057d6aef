"""Text files that people write: decoding, YAML with positions, and messages for people. Home of yaml."""

from ssg.source.misplaced import settle
from ssg.source.recovery import Recovered, read_on
from ssg.source.text import (
    DEFAULT_LIMITS,
    ReadLimits,
    Source,
    read_bytes,
    read_source,
    refused_references,
    split_source,
)
from ssg.source.yaml_file import dump_yaml, locate, parse_yaml, spans, without_empty
from ssg.source.yaml_mistakes import explain_no_fields

__all__ = [
    "DEFAULT_LIMITS",
    "ReadLimits",
    "Recovered",
    "Source",
    "dump_yaml",
    "explain_no_fields",
    "locate",
    "parse_yaml",
    "read_bytes",
    "read_on",
    "read_source",
    "refused_references",
    "settle",
    "spans",
    "split_source",
    "without_empty",
]
