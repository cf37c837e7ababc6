"""The front end for assistants: `okr-lint mcp` (Model Context Protocol over standard input and output)."""
