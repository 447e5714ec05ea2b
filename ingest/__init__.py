"""From facts to a published graph: read, assemble, load, publish."""
