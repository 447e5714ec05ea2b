// Question:   Which articles and clauses do these instruments have, under which numbers now and before, and when?
// Parameters: regulations (list of ids)
// Columns:    regulation, id, number, chapter, former_numbers, valid_from, valid_to, clauses, revision
MATCH (g:Regulation)-[:CONTAINS]->(a:Article)
WHERE g.id IN $regulations
OPTIONAL MATCH (a)-[:HAS_CLAUSE]->(c:Clause)
WITH g, a, c
ORDER BY g.id, a.id, c.id
RETURN g.id AS regulation,
  a.id AS id,
  a.number AS number,
  a.chapter AS chapter,
  a.former_numbers AS former_numbers,
  a.valid_from AS valid_from,
  a.valid_to AS valid_to,
  collect(c.id) AS clauses,
  a.revision AS revision
ORDER BY regulation, id
