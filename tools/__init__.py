"""Tools for building data, corpus and documentation; not part of the package."""
