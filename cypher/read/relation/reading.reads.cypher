// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Reading.reads: (:Reading)-[e:READS]->(:ProfileFact). Its predicate reads the fact.
// Parameters: ids (list of text)
// Columns:    key, id, kind, question_zh, question_en, unit, of_events, yes_when, no_when, revision
MATCH (s:Reading)-[e:READS]->(t:ProfileFact)
WHERE s.id IN $ids
RETURN s.id AS key, t.id AS id, t.kind AS kind, t.question_zh AS question_zh, t.question_en AS question_en, t.unit AS unit, t.of_events AS of_events, t.yes_when AS yes_when, t.no_when AS no_when, t.revision AS revision
ORDER BY key, id
