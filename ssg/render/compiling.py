"""How templates become Python: as they stand, or quickly, where whatever fails is rendered once more as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from keyword import iskeyword
from typing import Any, NamedTuple

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

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 (the name that jinja2 looks for)
        self._gathered = frame.buffer
        super().visit_Include(node, frame)

    def writeline(self, x: str, node: Node | None = None, extra: int = 0) -> None:
        """A line; what is included without context goes to the list like all else."""
        passed_on = x.removeprefix("yield from template.")
        super().writeline(x if passed_on == x else f"{self._gathered}.extend(template.{passed_on})", node, extra)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            return super()._output_child_pre(node, frame, finalize)
        return self.write("escaped(")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData | nodes.Const):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


class QuickCode(Code):
    """Reads fields and calls functions as Python does, without asking what else could be meant.

    What succeeds is what jinja2 would have made of it, of values that rendering does not change. A key of a mapping
    that is written as a field fails, and so does every mistake; templates that `switches_escaping` knows are not for
    it. No value that templates see wants jinja2's context or environment, but `part`.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        is_block = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if is_block or not node.attr.isascii() or not node.attr.isidentifier() or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        unusual = (
            node.dyn_args
            or node.dyn_kwargs
            or any(iskeyword(value.key) or value.key[0] == "_" for value in node.kwargs)
        )
        is_part = isinstance(node.node, nodes.Name) and node.node.name == "part"
        if forward_caller or unusual or (is_part and "site" in frame.symbols.dump_stores()):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("context.with_site(" if is_part else "(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


_OWN_FRAME: Any = (
    nodes.Block, nodes.CallBlock, nodes.Extends, nodes.FromImport, nodes.Import, nodes.Macro,
    nodes.ScopedEvalContextModifier,
)  # fmt: skip
"""What means something else, or nothing, inside of another template."""
_OWN_NAMES = frozenset({"caller", "kwargs", "self", "super", "varargs"})


def switches_escaping(tree: nodes.Template) -> bool:
    """Whether the template has `{% autoescape %}`: what it includes and calls then asks the context how to escape."""
    return tree.find(nodes.EvalContextModifier) is not None


MOST = 100
"""Templates that one takes in at most: pages whose templates include each other could grow without end."""


def inline(tree: nodes.Template, parsed: Callable[[str], nodes.Template | None]) -> frozenset[str]:
    """Put templates in the place of `{% include "NAME" %}` where that changes nothing; the names of those that were.

    `parsed` gives the tree of a template, or None when there is none. Left as they are: an include of what uses blocks,
    macros or imports of its own; where it and the templates around it assign and use a name, since where decides what
    it means; and in a template that extends another one what stands outside of blocks.
    """
    roots = list(tree.find_all(nodes.Block)) if tree.find(nodes.Extends) else [tree]
    inlining = _Inlining(parsed)
    for root in roots:
        inlining.take_in(root, _Around(_assigned(tree), _used(tree)))
    return frozenset(inlining.names)


class _Around(NamedTuple):
    """The templates around an include: names that they assign, names that they use, what they are called."""

    assigned: frozenset[str]
    used: frozenset[str]
    names: tuple[str, ...] = ()
    in_loop: bool = False


class _Inlining:
    def __init__(self, parsed: Callable[[str], nodes.Template | None]) -> None:
        self._parsed = parsed
        self.names: list[str] = []

    def take_in(self, tree: Node, around: _Around) -> None:
        for body, at, in_loop in list(_includes(tree, around.in_loop)):
            name = body[at].template.value
            if name in around.names or len(self.names) >= MOST:
                continue
            part = self._parsed(name)
            if part is None or part.find(_OWN_FRAME) or not _may_stand(part, around._replace(in_loop=in_loop)):
                continue
            self.names.append(name)
            assigned, used = around.assigned | _assigned(part), around.used | _used(part)
            self.take_in(part, _Around(assigned, used, (*around.names, name), in_loop))
            body[at] = _scope(part.body, body[at])


def _may_stand(part: nodes.Template, around: _Around) -> bool:
    """Whether the names of a template mean the same where it is included. One loop in another gives that a `loop`."""
    own, used = _assigned(part), _used(part)
    loops = "loop" in used if around.in_loop else "loop" in _used_outside_loops(part)
    if loops or "loop" in own or ("part" in used and "site" in own):
        return False
    return (_OWN_NAMES | around.assigned).isdisjoint(used) and (_OWN_NAMES | around.used).isdisjoint(own)


def _includes(tree: Node, in_loop: bool) -> Iterator[tuple[list[Any], int, bool]]:
    """Lists of statements, where in them there is an include of a name that is written out, and whether in a loop."""
    in_loop = in_loop or isinstance(tree, nodes.For)
    for _, value in tree.iter_fields():
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, nodes.Include):
                if child.with_context and isinstance(child.template, nodes.Const) and isinstance(value, list):
                    yield value, at, in_loop
            elif isinstance(child, Node):
                yield from _includes(child, in_loop)


def _scope(body: list[Node], include: nodes.Include) -> nodes.With:
    """A block whose assignments end with it."""
    scope = nodes.With([], [], body, lineno=include.lineno)
    if include.environment:
        scope.set_environment(include.environment)
    return scope


def _assigned(tree: Node) -> frozenset[str]:
    """Names that a template gives a value, anywhere in it."""
    macros = (macro.name for macro in tree.find_all(nodes.Macro))
    modules = (each.target for each in tree.find_all(nodes.Import))
    imported = (name for each in tree.find_all(nodes.FromImport) for name in each.names)
    variables = (name.name for name in tree.find_all(nodes.Name) if name.ctx != "load")
    return frozenset((*variables, *macros, *modules, *(n if isinstance(n, str) else n[1] for n in imported)))


def _used(tree: Node) -> frozenset[str]:
    """Names whose value a template asks for, or changes; `part` hands `site` on."""
    changed = (name.name for name in tree.find_all(nodes.NSRef))
    found = {*changed, *(name.name for name in tree.find_all(nodes.Name) if name.ctx == "load")}
    return frozenset(found | {"site"} if "part" in found else found)


def _used_outside_loops(tree: Node) -> Iterator[str]:
    for child in tree.iter_child_nodes(exclude=("body",) if isinstance(tree, nodes.For) else None):
        if isinstance(child, nodes.Name):
            yield child.name
        yield from _used_outside_loops(child)
