// Question:   What can a profile tell of a service?
// Parameters: none
// Columns:    id, kind, question_zh, question_en, unit, of_events, yes_when, no_when, revision
MATCH (f:ProfileFact)
RETURN f.id AS id,
  f.kind AS kind,
  f.question_zh AS question_zh,
  f.question_en AS question_en,
  f.unit AS unit,
  f.of_events AS of_events,
  f.yes_when AS yes_when,
  f.no_when AS no_when,
  f.revision AS revision
ORDER BY id
