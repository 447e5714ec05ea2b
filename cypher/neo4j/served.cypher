// Question:   Which revision is served, of which turn, and for how many milliseconds has a commit been going on?
// Parameters: none
// Columns:    revision, turn, committing
MATCH (r:Revision)
OPTIONAL MATCH (n:Publishing {id: 'commit'})
RETURN r.id AS revision, r.turn AS turn, timestamp() - n.since AS committing
ORDER BY revision
LIMIT 1
