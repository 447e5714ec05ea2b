"""Where authorities ask for the same."""
