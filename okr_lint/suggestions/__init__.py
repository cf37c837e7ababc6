"""Scaffolds, candidate metrics and mechanical fixes."""
