"""Candidate duties: what a statute orders, forbids and allows, read off its words by rules and never by a model.

found = find(reading.text, outline_of(statute)).citations       # graph.citations
for candidate in candidates(statute, found):                    # ingest.statute.duties.norms
    candidate.bearer, candidate.modality, candidate.clock, candidate.receiver, candidate.evidence
"""

from __future__ import annotations

from ingest.statute.duties.candidate import Candidate, Clock, Flow, Quote, Receiver
from ingest.statute.duties.norms import candidates

__all__ = ["Candidate", "Clock", "Flow", "Quote", "Receiver", "candidates"]
