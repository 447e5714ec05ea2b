"""The regulatory knowledge graph: its ontology, its stores, and the questions asked of it."""
