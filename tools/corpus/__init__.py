"""Tools for corpus/: reading, validation, agreement, near-duplicates, statistics."""
