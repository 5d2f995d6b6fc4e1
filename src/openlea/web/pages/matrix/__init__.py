"""The pages of matrix."""
