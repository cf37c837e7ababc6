"""The HTTP front end: `okr-lint serve`.

One process answers the network and never computes; worker processes, forked from one that has rules
and model loaded, read, check and write the answers (``pool``, ``jobs``).
"""
