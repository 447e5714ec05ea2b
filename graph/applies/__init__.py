"""Does it apply: profiles, three-valued verdicts with their reasons, contested readings, the filing plan."""
