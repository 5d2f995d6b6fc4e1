"""The pages of bewaren."""
