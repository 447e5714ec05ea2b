// Question:   Which authorities, roles, platforms, conditions and procedures are there?
// Parameters: none
// Columns:    label, id, zh, en, kind, system, predicate, part_of, basis, confidence, valid_from, valid_to, checked, revision
MATCH (n:Authority|Role|Platform|Trigger|Procedure)
OPTIONAL MATCH (n)-[:PART_OF]->(w:Procedure)
RETURN labels(n)[0] AS label,
  n.id AS id,
  coalesce(n.name_zh, n.gist_zh) AS zh,
  coalesce(n.name_en, n.gist_en) AS en,
  n.kind AS kind,
  n.system AS system,
  n.predicate AS predicate,
  w.id AS part_of,
  n.basis AS basis,
  n.confidence AS confidence,
  n.valid_from AS valid_from,
  n.valid_to AS valid_to,
  n.checked AS checked,
  n.revision AS revision
ORDER BY label, id, part_of
