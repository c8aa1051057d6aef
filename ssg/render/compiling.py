"""How templates become Python."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Node


class Code(CodeGenerator):
    """Code that all languages share, and that hands over a template's text in one piece.

    No filter is computed while compiling: what it answers depends on the language. A template or block gathers its
    text in a list and yields it once, where jinja2 yields every piece through all generators above it.
    """

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        if frame.buffer is not None:
            return super().blockvisit(nodes, frame)
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")
        frame.buffer = None
        return None

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            return super()._output_child_pre(node, frame, finalize)
        return self.write("escaped(")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData | nodes.Const):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)
