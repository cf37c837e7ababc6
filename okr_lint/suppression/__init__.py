"""Findings that an author chose to keep: comments in the file and fingerprints in the configuration."""

from okr_lint.suppression.filtering import suppress

__all__ = ["suppress"]
