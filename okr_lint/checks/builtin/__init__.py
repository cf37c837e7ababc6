"""The Python checks that rule files name; importing this package registers them."""

from okr_lint.checks.builtin import structure

__all__ = ["structure"]
