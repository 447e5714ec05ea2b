// Question:   Declare that each mark of publishing stands once.
// Parameters: none
// Columns:    none
CREATE CONSTRAINT publishing_id IF NOT EXISTS FOR (n:Publishing) REQUIRE n.id IS UNIQUE
