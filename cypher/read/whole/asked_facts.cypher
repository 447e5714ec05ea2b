// Question:   Which facts of a service profile do conditions read, and of what kind is each?
// Parameters: none
// Columns:    id, kind, zh, en, revision
MATCH (f:ProfileFact)
RETURN f.id AS id, f.kind AS kind, f.question_zh AS zh, f.question_en AS en, f.revision AS revision
ORDER BY id
