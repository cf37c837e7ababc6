"""How often okr-lint is right: labels, findings and scores against labelled statements."""
