"""Results -> text, JSON, SARIF and other outputs."""
