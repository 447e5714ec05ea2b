// Question:   On which evidence does each thing rest?
// Parameters: none
// Columns:    id, evidence, revision
// What is told with a tie of its own, such as a clock or a route, rests on the evidence of that tie, told there.
MATCH (n:Regulation|Article|Authority|Role|Platform|Trigger|Procedure|Question|Reading|Event)-[:RESTS_ON]->(v:Evidence)
RETURN n.id AS id, v.id AS evidence, v.revision AS revision
ORDER BY id, evidence
