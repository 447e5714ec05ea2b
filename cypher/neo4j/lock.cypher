// Question:   Keep other publications out until this transaction ends; they wait here.
// Parameters: none
// Columns:    none
MERGE (n:Publishing {id: 'lock'})
SET n.since = timestamp()
