"""The pages of bestand."""
