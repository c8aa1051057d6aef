"""The rules, one a module: ID, SEVERITY, a docstring that is its documentation, and what it does."""
