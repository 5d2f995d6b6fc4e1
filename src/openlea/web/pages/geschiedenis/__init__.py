"""The pages of geschiedenis."""
