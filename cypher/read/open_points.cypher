// Question:   Which points of notion or wording are open about an obligation, a trigger, a role or an article?
// Parameters: bases (list of text)
// Columns:    question, subject, revision
MATCH (q:Question)-[:ABOUT]->(s:Obligation|Trigger|Role|Article)
WHERE q.kind IN ['contested-notion', 'doubtful-wording']
  AND q.basis IN $bases
RETURN q.id AS question, s.id AS subject, q.revision AS revision
ORDER BY question, subject
