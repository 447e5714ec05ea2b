// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Question.about: (:Question)-[e:ABOUT]->(:anything that is stated). The question or event concerns it.
// Parameters: ids (list of text), bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    key, label, id
MATCH (s:Question)-[e:ABOUT]->(t)
WHERE s.id IN $ids
  AND (t:Regulation OR t:Article OR t:Authority OR t:Role OR t:Platform OR t:Site OR t:Obligation OR t:Trigger OR t:Procedure OR t:Route OR t:Deadline OR t:Document OR t:Question OR t:Reading OR t:Event)
  AND t.basis IN $bases
  AND (t.binding OR $drafts OR NOT t:Obligation)
RETURN s.id AS key, labels(t)[0] AS label, t.id AS id
ORDER BY key, label, id
