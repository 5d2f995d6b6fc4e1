"""The first page of gelijke kansen."""
