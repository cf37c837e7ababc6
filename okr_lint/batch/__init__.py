"""OKRs by the million: one function for a partition, run by an engine that is there already (Dask, Spark, any pool).

A partition is documents; the result is one row for each finding, the same that ``okr-lint check`` gives. Every document
stands alone: links between documents (A401–A407) are judged where the whole organisation is at hand.

>>> from okr_lint.batch import check_documents
>>> rows = check_documents([{"path": "a.md", "text": "# O1: Try to win\\n- KR1: Do things\\n"}])
"""

from okr_lint.batch.rows import COLUMNS, check_documents

__all__ = ["COLUMNS", "check_documents"]
