"""Nodes of YAML to plain values; what a posting must not have, and what surely means something else, is refused."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ssg.source.text import refused_escape, without_breaks
from ssg.source.yaml_brackets import spaced, without_separators
from ssg.source.yaml_lines import bulleted, quoted_hint

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "map", "seq", "null", "bool", "int", "float", "timestamp", "merge", "value")
)
_NUMBER_CUT_OFF = re.compile(r"\s+#\d")
_GLUED_KEY = re.compile(r"[A-Za-z_]{2,30}[:=][^\s/].*")


class RefusedError(Exception):
    """Something that is refused: carries the mark, the message, the hint and the rule."""

    def __init__(self, mark: Any, message: str, hint: str, rule: str = "yaml") -> None:
        super().__init__(message)
        self.mark, self.message, self.hint, self.rule = mark, message, hint, rule


class Builder:
    """Turns nodes into plain values; gathers what it must refuse so that one run tells all of it."""

    def __init__(self, text: str) -> None:
        self.refused: list[RefusedError] = []
        self._seen: set[int] = set()
        self._lines = text.split("\n")
        self._has_escapes = "\\" in text

    def build(self, node: yaml.Node) -> Any:
        if id(node) in self._seen:  # an alias: its anchor was refused
            return None
        self._seen.add(id(node))
        if self._begins_oddly(node):
            return None
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item) for item in node.value]
        return self._mapping(node) if isinstance(node, yaml.MappingNode) else None

    def _refuse(self, mark: Any, message: str, hint: str, rule: str = "yaml") -> None:
        self.refused.append(RefusedError(mark, message, hint, rule))

    def _line(self, mark: Any) -> str:
        return self._lines[mark.line] if mark.line < len(self._lines) else ""

    def _begins_oddly(self, node: yaml.Node) -> bool:
        """Whether the value begins with a tag or an anchor; then it is refused."""
        mark = node.start_mark
        sign = self._line(mark)[mark.column : mark.column + 1]
        if sign == "&":
            name = self._line(mark)[mark.column :].split()[0]
            message = f"`{name}` would name this value for another place (`*{name[1:]}`), which is not read here"
            quotes = quoted_hint(self._line(mark))[1:]
            hint = f"Write the value out where it is needed. Where `&` is part of the text, p{quotes}"
            self._refuse(mark, message, hint, "yaml-alias")
        elif sign == "!" or node.tag not in _PLAIN_TAGS:
            tag = self._line(mark)[mark.column :].split()[0] if sign == "!" else node.tag
            self._refuse(mark, f"`{tag}` is a YAML tag", quoted_hint(self._line(mark)), "yaml-tag")
        return sign in ("&", "!") or node.tag not in _PLAIN_TAGS

    def _scalar(self, node: yaml.ScalarNode) -> str | None:
        if node.style:
            return self._quoted(node)
        line, mark = self._line(node.start_mark), node.start_mark
        several = node.end_mark.line > mark.line
        alone = mark.line and not line[: mark.column].strip()
        if alone and (several or not line.strip()[:1].isdigit()) and (bullet := bulleted(line)):
            self._refuse(mark, *bullet)
        elif several and self._holds_items(node):
            return None
        elif node.value and _NUMBER_CUT_OFF.match(self._line(node.end_mark), node.end_mark.column):
            self._cut_off(node.end_mark)
        return None if node.value in _NULLS else str(node.value)

    def _quoted(self, node: yaml.ScalarNode) -> str:
        """The text of a node; its escapes stand for no character that the file itself may not hold."""
        if node.style != '"' or not self._has_escapes:
            return str(node.value)
        if refused := refused_escape(node.value):
            self._refuse(node.start_mark, *refused, "control-character")
        return without_breaks(node.value)

    def _holds_items(self, node: yaml.ScalarNode) -> bool:
        """Whether a text goes on in a line that is meant as an item of a list; then that is told."""
        first = self._line(node.start_mark)
        for number in range(node.start_mark.line + 1, node.end_mark.line + 1):
            line = self._lines[number] if number < len(self._lines) else ""
            if not re.match(r"\s*- \S", line):
                continue
            white = first[: len(first) - len(first.lstrip())]
            is_item = first.lstrip().startswith("- ")
            told = _mark(node.start_mark, number, len(line) - len(line.lstrip()))
            if is_item:
                message, mend = "this item is indented further than the one above it", f"{white}{line.strip()}"
                self._refuse(told, message, f"Begin it where the item above does: `{mend}`")
            elif not first[: node.start_mark.column].strip():
                message = "a line without a dash stands above the items of this list"
                self._refuse(node.start_mark, message, f"Write `{white}- {first.strip()}`")
            else:
                message = "an item of a list goes on with the text above it"
                self._refuse(
                    told, message, "Write all of them in brackets behind the name, or each with a dash below it"
                )
            return True
        return False

    def _cut_off(self, mark: Any) -> None:
        line = self._line(mark)
        column = line.index("#", mark.column)
        said = _mark(mark, mark.line, column)
        message = f"what follows a space and `#` is a comment, and `{line[column:].strip()[:60]}` is not read"
        self._refuse(said, message, quoted_hint(line))

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines: dict[str, int] = {}
        if node.flow_style and self._glued(node):
            return found
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                message = "a list or fields stand where a field's name is expected"
                self._refuse(key_node.start_mark, message, "Put the text in quotes")
                continue
            key = self._quoted(key_node)
            if not key:
                self._refuse(
                    key_node.start_mark, "the name of a field is missing before the colon", "Write `name: value`"
                )
                continue
            if key in lines:
                above = key_node.start_mark.line - lines[key]
                first = f"{above} line{'s' * (above != 1)} above" if above else "on this line, further left"
                message = f"`{key}` stands here a second time; the first is {first}"
                self._refuse(key_node.start_mark, message, "Keep one of the two", "duplicate-key")
                continue
            lines[key] = key_node.start_mark.line
            if not _is_empty(value_node) or not self._number_lost(key_node):
                found[key] = self.build(value_node)
        return found

    def _number_lost(self, key: yaml.Node) -> bool:
        """Whether `key: #1 …` leaves the key without a value, as YAML takes the rest for a comment."""
        if _NUMBER_CUT_OFF.match(self._line(key.end_mark).replace(":", " ", 1), key.end_mark.column):
            self._cut_off(key.end_mark)
            return True
        return False

    def _glued(self, node: yaml.Node) -> bool:
        """Whether braces hold names without values that are half a number, or a name and a value; told once."""
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.style or not _is_empty(value):
                continue
            line = self._line(key.start_mark)
            if key.value.isdecimal():
                mend = without_separators(line)
                self._refuse(key.start_mark, "a comma between braces ends the value before it", f"Write `{mend}`")
                return True
            if _GLUED_KEY.fullmatch(key.value):
                message = "between braces, too, a colon and a space stand behind a field's name"
                self._refuse(key.start_mark, message, f"Write `{spaced(line)}`")
                return True
        return False


def _mark(like: Any, line: int, column: int) -> Any:
    """A mark at another place of the same text."""
    return type(like)(like.name, like.index, line, column, None, None)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and not node.value
