"""What machines read: one module a format, each a pure function of entries and their bodies."""
