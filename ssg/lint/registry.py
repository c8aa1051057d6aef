"""Every rule, by group: to add one, write its module and name it here."""

from __future__ import annotations

from ssg.lint.finding import Rule
from ssg.lint.rules import (
    apply_missing,
    title_code,
    title_company,
    title_contract,
    title_date,
    title_decoration,
    title_enticing,
    title_gender_suffix,
    title_pay,
    title_place,
    title_shouting,
)

GROUPS: dict[str, tuple[Rule, ...]] = {
    "Search engines": (
        Rule.of(apply_missing),
        Rule.of(title_place),
        Rule.of(title_pay),
        Rule.of(title_date),
        Rule.of(title_code),
        Rule.of(title_company),
        Rule.of(title_contract),
        Rule.of(title_enticing),
        Rule.of(title_shouting),
        Rule.of(title_decoration),
        Rule.of(title_gender_suffix),
    ),
}

RULES: tuple[Rule, ...] = tuple(rule for rules in GROUPS.values() for rule in rules)
