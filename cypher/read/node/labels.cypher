// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   Of which label is each of these nodes?
// Parameters: ids (list of text)
// Columns:    id, label
CALL () {
  MATCH (n:Source) WHERE n.id IN $ids RETURN n.id AS id, 'Source' AS label
  UNION ALL
  MATCH (n:Evidence) WHERE n.id IN $ids RETURN n.id AS id, 'Evidence' AS label
  UNION ALL
  MATCH (n:Clause) WHERE n.id IN $ids RETURN n.id AS id, 'Clause' AS label
  UNION ALL
  MATCH (n:ProfileFact) WHERE n.id IN $ids RETURN n.id AS id, 'ProfileFact' AS label
  UNION ALL
  MATCH (n:Regulation) WHERE n.id IN $ids RETURN n.id AS id, 'Regulation' AS label
  UNION ALL
  MATCH (n:Article) WHERE n.id IN $ids RETURN n.id AS id, 'Article' AS label
  UNION ALL
  MATCH (n:Authority) WHERE n.id IN $ids RETURN n.id AS id, 'Authority' AS label
  UNION ALL
  MATCH (n:Role) WHERE n.id IN $ids RETURN n.id AS id, 'Role' AS label
  UNION ALL
  MATCH (n:Platform) WHERE n.id IN $ids RETURN n.id AS id, 'Platform' AS label
  UNION ALL
  MATCH (n:Site) WHERE n.id IN $ids RETURN n.id AS id, 'Site' AS label
  UNION ALL
  MATCH (n:Obligation) WHERE n.id IN $ids RETURN n.id AS id, 'Obligation' AS label
  UNION ALL
  MATCH (n:Trigger) WHERE n.id IN $ids RETURN n.id AS id, 'Trigger' AS label
  UNION ALL
  MATCH (n:Procedure) WHERE n.id IN $ids RETURN n.id AS id, 'Procedure' AS label
  UNION ALL
  MATCH (n:Route) WHERE n.id IN $ids RETURN n.id AS id, 'Route' AS label
  UNION ALL
  MATCH (n:Deadline) WHERE n.id IN $ids RETURN n.id AS id, 'Deadline' AS label
  UNION ALL
  MATCH (n:Document) WHERE n.id IN $ids RETURN n.id AS id, 'Document' AS label
  UNION ALL
  MATCH (n:Question) WHERE n.id IN $ids RETURN n.id AS id, 'Question' AS label
  UNION ALL
  MATCH (n:Reading) WHERE n.id IN $ids RETURN n.id AS id, 'Reading' AS label
  UNION ALL
  MATCH (n:Event) WHERE n.id IN $ids RETURN n.id AS id, 'Event' AS label
  UNION ALL
  MATCH (n:Revision) WHERE n.id IN $ids RETURN n.id AS id, 'Revision' AS label
}
RETURN id, label
ORDER BY id
