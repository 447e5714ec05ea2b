// Question:   Tell this publication from every other, also from one of the same revision.
// Parameters: revision (text), turn (text)
// Columns:    none
MATCH (r:Revision {id: $revision})
SET r.turn = $turn
