"""The pages of keys for other programs."""
