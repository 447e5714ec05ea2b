// Question:   Take new samples of all indexes, so that plans fit what was just written; waits up to a minute.
// Parameters: none
// Columns:    none
CALL db.prepareForReplanning(60)
