"""The pages of geld."""
