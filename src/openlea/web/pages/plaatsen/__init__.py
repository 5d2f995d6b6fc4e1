"""The pages of rounds in which children get a place."""
