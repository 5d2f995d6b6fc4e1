"""The pages of mensen."""
