"""Every statement that reaches a database, as text: schema/ and write/ are rendered, read/ is written by hand."""
