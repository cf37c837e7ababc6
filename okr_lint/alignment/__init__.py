"""Who serves whom: documents as one organisation, links between their objectives, and what breaks them (A401–A407)."""

from okr_lint.alignment.align import Said, align
from okr_lint.alignment.organisation import Goal, Organisation

__all__ = ["Goal", "Organisation", "Said", "align"]
