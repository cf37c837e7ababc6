"""What workers do: a request's bytes in, an answer's bytes out."""
