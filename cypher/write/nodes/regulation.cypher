// Rendered from graph/ontology.py by `guikou render`: change it there.
// Question:   Write nodes of the label Regulation.
// Parameters: rows (list of maps with every property)
// Columns:    none
UNWIND $rows AS row
MERGE (n:Regulation {id: row.id})
SET n = row
