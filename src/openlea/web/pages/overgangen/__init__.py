"""The pages of the transitions between stages."""
