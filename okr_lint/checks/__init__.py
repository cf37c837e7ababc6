"""Rules and classifier brought together: the engine that runs rules/*.yaml over a document."""
