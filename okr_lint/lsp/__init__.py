"""Language server front end."""
