"""The pages of actie."""
