"""The whole graph at once, as compare and overlap read it: every day and every basis."""
