// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Article.clauses: (:Article)-[e:HAS_CLAUSE]->(:Clause). The paragraph or item stands in the article.
// Parameters: ids (list of text)
// Columns:    key, id, paragraph, item, revision
MATCH (s:Article)-[e:HAS_CLAUSE]->(t:Clause)
WHERE s.id IN $ids
RETURN s.id AS key, t.id AS id, t.paragraph AS paragraph, t.item AS item, t.revision AS revision
ORDER BY key, t.paragraph, t.item, id
