"""How templates become Python: as they stand, or quickly, where whatever fails is rendered once more as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from keyword import iskeyword
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


class QuickCode(Code):
    """Reads fields and calls functions as Python does, without asking what else could be meant.

    What succeeds is what jinja2 would have made of it. A key of a mapping that is written as a field, an alias of
    `part` and every mistake fail, and so do templates that `switches_escaping` knows. No value that templates see wants
    jinja2's context or environment, but `part`.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (the name that jinja2 looks for)
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
        self.write("context.part_of(" if is_part else "(")
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


def inline(tree: nodes.Template, parsed: Callable[[str], nodes.Template | None]) -> frozenset[str]:
    """Put templates in the place of `{% include "NAME" %}` where that changes nothing; the names of those that were.

    `parsed` gives the tree of a template, or None when there is none. Left as they are: an include of what uses blocks,
    macros or imports of its own, or a name that the template around it assigns (where, decides what it then sees), and
    in a template that extends another one what stands outside of blocks.
    """
    roots = tree.find_all(nodes.Block) if tree.find(nodes.Extends) else [tree]
    assigned = _assigned(tree)
    return frozenset(name for root in list(roots) for name in _inlined(root, parsed, assigned, (), False))


def _inlined(
    tree: Node,
    parsed: Callable[[str], nodes.Template | None],
    assigned: frozenset[str],
    around: tuple[str, ...],
    in_loop: bool,
) -> Iterator[str]:
    for body, at, here_in_loop in list(_includes(tree, in_loop)):
        name = body[at].template.value
        part = parsed(name) if name not in around else None
        if part is None or part.find(_OWN_FRAME) or not _may_stand(part, assigned, here_in_loop):
            continue
        yield name
        yield from _inlined(part, parsed, assigned | _assigned(part), (*around, name), here_in_loop)
        body[at] = _scope(part.body, body[at])


def _may_stand(part: nodes.Template, assigned: frozenset[str], in_loop: bool) -> bool:
    """Whether the names of a template mean the same where it is included. One loop in another gives that a `loop`."""
    own, used = _assigned(part), _used(part)
    loops = "loop" in used if in_loop else "loop" in _used_outside_loops(part)
    if loops or "loop" in own or ("part" in used and "site" in own):
        return False
    return (_OWN_NAMES | assigned).isdisjoint(used) and _OWN_NAMES.isdisjoint(own)


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
