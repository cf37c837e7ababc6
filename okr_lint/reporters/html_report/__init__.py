"""One HTML page for people: overview, plots, heat map, every OKR with its findings; no network."""

from okr_lint.reporters.html_report.page import page

__all__ = ["page"]
