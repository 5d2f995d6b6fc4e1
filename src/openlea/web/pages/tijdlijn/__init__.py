"""The pages of tijdlijn."""
