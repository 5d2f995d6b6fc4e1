"""The pages of how children apply at schools."""
