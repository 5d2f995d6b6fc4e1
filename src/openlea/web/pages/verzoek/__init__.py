"""The pages of verzoek."""
