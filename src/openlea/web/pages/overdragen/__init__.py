"""The pages of overdragen."""
