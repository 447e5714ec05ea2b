// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Evidence.cites: (:Evidence)-[e:CITES]->(:Article|:Clause|:Regulation). The evidence points at the provision.
// Parameters: ids (list of text)
// Columns:    key, label, id
MATCH (s:Evidence)-[e:CITES]->(t)
WHERE s.id IN $ids
  AND (t:Article OR t:Clause OR t:Regulation)
RETURN s.id AS key, labels(t)[0] AS label, t.id AS id
ORDER BY key, label, id
