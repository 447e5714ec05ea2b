// Question:   Which papers, data and numbers does each procedure or obligation ask for, in the order of handing in?
// Parameters: on (date, or null for all days), bases (list of text)
// Columns:    owner, document, name_zh, name_en, kind, position, open_list, to_en, basis, confidence
MATCH (p:Procedure|Obligation)-[e:REQUIRES]->(d:Document)
WHERE e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  AND d.basis IN $bases AND coalesce(d.valid_from <= $on, true) AND coalesce(d.valid_to > $on, true)
RETURN p.id AS owner,
  d.id AS document,
  d.name_zh AS name_zh,
  d.name_en AS name_en,
  d.kind AS kind,
  e.position AS position,
  e.open_list AS open_list,
  e.to_en AS to_en,
  e.basis AS basis,
  e.confidence AS confidence
ORDER BY owner, position, document
