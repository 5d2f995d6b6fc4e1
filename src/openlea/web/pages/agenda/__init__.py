"""The pages of agenda."""
