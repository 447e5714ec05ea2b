// Question:   Take the lock away with the transaction that made it, so that nobody ever sees it.
// Parameters: none
// Columns:    none
MATCH (n:Publishing {id: 'lock'})
DELETE n
