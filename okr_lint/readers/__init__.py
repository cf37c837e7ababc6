"""Bytes -> Document; one file per format."""

from okr_lint.readers.errors import ReadError
from okr_lint.readers.read import FORMATS, format_of, read_bytes, read_text

__all__ = ["FORMATS", "ReadError", "format_of", "read_bytes", "read_text"]
