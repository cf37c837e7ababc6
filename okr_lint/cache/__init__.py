"""What was checked once is not checked again: results by content, settings and everything that judges."""
