// Question:   Which procedure or paper must come before which, and which procedure is a part of which?
// Parameters: on (date, or null for all days), bases (list of text)
// Columns:    verb, earlier, later, name_zh, name_en
// The names are those of the earlier; a part is earlier than its whole.
CALL () {
  MATCH (a:Procedure)-[e:PRECEDES]->(b:Procedure)
  WHERE e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  RETURN 'PRECEDES' AS verb, a.id AS earlier, b.id AS later, a.name_zh AS name_zh, a.name_en AS name_en
  UNION ALL
  MATCH (a:Document)-[e:PRECEDES]->(b:Document)
  WHERE e.basis IN $bases AND coalesce(e.valid_from <= $on, true) AND coalesce(e.valid_to > $on, true)
  RETURN 'PRECEDES' AS verb, a.id AS earlier, b.id AS later, a.name_zh AS name_zh, a.name_en AS name_en
  UNION ALL
  MATCH (a:Procedure)-[:PART_OF]->(b:Procedure)
  WHERE a.basis IN $bases AND coalesce(a.valid_from <= $on, true) AND coalesce(a.valid_to > $on, true)
  RETURN 'PART_OF' AS verb, a.id AS earlier, b.id AS later, a.name_zh AS name_zh, a.name_en AS name_en
}
RETURN verb, earlier, later, name_zh, name_en
ORDER BY verb, earlier, later
