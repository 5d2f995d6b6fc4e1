"""The pages of begin."""
