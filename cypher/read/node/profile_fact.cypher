// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   ProfileFact: what is known of these?
// Parameters: ids (list of text)
// Columns:    id, kind, question_zh, question_en, unit, of_events, yes_when, no_when, revision
MATCH (n:ProfileFact)
WHERE n.id IN $ids
RETURN n.id AS id, n.kind AS kind, n.question_zh AS question_zh, n.question_en AS question_en, n.unit AS unit, n.of_events AS of_events, n.yes_when AS yes_when, n.no_when AS no_when, n.revision AS revision
ORDER BY id
