// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Evidence.source: (:Evidence)-[e:FROM]->(:Source). The evidence stands in the source.
// Parameters: ids (list of text)
// Columns:    key, id, what_en, place, url, seen, revision
MATCH (s:Evidence)-[e:FROM]->(t:Source)
WHERE s.id IN $ids
RETURN s.id AS key, t.id AS id, t.what_en AS what_en, t.place AS place, t.url AS url, t.seen AS seen, t.revision AS revision
ORDER BY key, id
