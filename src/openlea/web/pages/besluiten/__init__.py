"""Pages of decisions: all of them, one of them, and a dispute."""
