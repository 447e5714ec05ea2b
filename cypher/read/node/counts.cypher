// Rendered from graph/relations.py by `guikou render`: change it there.
// Question:   How many nodes of each label are there, and how many are believed without a source?
// Parameters: none
// Columns:    label, nodes, unverified
MATCH (n:Source|Evidence|Clause|ProfileFact|Regulation|Article|Authority|Role|Platform|Site|Obligation|Trigger|Procedure|Route|Deadline|Document|Question|Reading|Event|Revision)
RETURN labels(n)[0] AS label,
  count(n) AS nodes,
  sum(CASE WHEN n.confidence = 'memory' THEN 1 ELSE 0 END) AS unverified
ORDER BY label
