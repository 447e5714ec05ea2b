// Question:   Forget plans that were made before this publication: they would scan where an index serves.
// Parameters: none
// Columns:    value
CALL db.clearQueryCaches()
