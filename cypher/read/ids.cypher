// Question:   Which ids would a user name, and of what?
// Parameters: none
// Columns:    label, id
MATCH (n:Regulation|Authority|Role|Platform|Obligation|Trigger|Procedure|Document|Question|Event)
RETURN labels(n)[0] AS label, n.id AS id
ORDER BY label, id
