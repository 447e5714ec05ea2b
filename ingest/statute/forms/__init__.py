"""One module a form: how the words are taken out of it, and what of it is not law."""
