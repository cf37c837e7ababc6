"""Two versions or cycles of the same OKRs: what became of each statement (D501–D504)."""
