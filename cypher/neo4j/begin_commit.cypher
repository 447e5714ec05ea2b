// Question:   Tell readers that the publication of that turn is about to be committed.
// Parameters: turn (text)
// Columns:    none
MERGE (n:Publishing {id: 'commit'})
SET n.turn = $turn, n.since = timestamp()
