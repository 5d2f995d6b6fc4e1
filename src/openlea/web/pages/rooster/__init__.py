"""The pages of rooster."""
