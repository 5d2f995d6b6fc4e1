"""The warehouse: what sources say, as versioned tables that any lakehouse can read."""
