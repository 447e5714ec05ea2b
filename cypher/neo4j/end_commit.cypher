// Question:   Tell readers that the commit of that turn is over, whether it came about or not.
// Parameters: turn (text)
// Columns:    none
MATCH (n:Publishing {id: 'commit', turn: $turn})
DELETE n
