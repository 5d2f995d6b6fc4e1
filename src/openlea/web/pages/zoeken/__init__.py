"""The pages of zoeken."""
