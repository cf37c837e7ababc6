"""What a user can mend at the command line."""

from __future__ import annotations


class UsageError(ValueError):
    """Arguments that make no sense together; exit code 2, the message says what to do."""
