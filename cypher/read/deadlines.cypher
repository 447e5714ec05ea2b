// Question:   Which clocks run for each obligation: its own, and those of the procedures that fulfil it?
// Parameters: ids (list of obligation ids), on (date, or null for all days), bases (list of text), drafts (whether norms of drafts are seen)
// Columns:    obligation, deadline, kind, n, n_max, unit, from_zh, from_en, word_zh, binds, case_en, procedure, procedure_name_zh, procedure_name_en, mode, imported_from, through, bases, confidences, valid_froms, valid_tos, evidence, revision
// With no step between, the clock is the obligation's own and has no procedure.
MATCH (o:Obligation)-[fs:FULFILLED_BY*0..1]->(p)-[h:HAS_CLOCK]->(d:Deadline)
WHERE o.id IN $ids
  AND (o.binding OR $drafts)
  AND all(x IN [o, p, h, d] WHERE x.basis IN $bases AND coalesce(x.valid_from <= $on, true) AND coalesce(x.valid_to > $on, true))
  AND all(x IN fs WHERE x.basis IN $bases AND coalesce(x.valid_from <= $on, true) AND coalesce(x.valid_to > $on, true))
WITH o, p, h, d, head(fs) AS f
RETURN o.id AS obligation,
  d.id AS deadline,
  d.kind AS kind,
  d.n AS n,
  d.n_max AS n_max,
  d.unit AS unit,
  d.from_zh AS from_zh,
  d.from_en AS from_en,
  d.word_zh AS word_zh,
  d.binds AS binds,
  d.case_en AS case_en,
  CASE WHEN p:Procedure THEN p.id END AS procedure,
  CASE WHEN p:Procedure THEN p.name_zh END AS procedure_name_zh,
  CASE WHEN p:Procedure THEN p.name_en END AS procedure_name_en,
  f.mode AS mode,
  f.imported_from AS imported_from,
  f.through AS through,
  [o.basis, f.basis, h.basis, d.basis] AS bases,
  [o.confidence, f.confidence, h.confidence, d.confidence] AS confidences,
  [o.valid_from, f.valid_from, h.valid_from, d.valid_from] AS valid_froms,
  [o.valid_to, f.valid_to, h.valid_to, d.valid_to] AS valid_tos,
  coalesce(f.evidence, []) + coalesce(h.evidence, []) AS evidence,
  o.revision AS revision
ORDER BY obligation, procedure, deadline
