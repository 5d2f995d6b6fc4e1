"""The pages of mijn."""
