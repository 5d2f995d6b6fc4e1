"""Reading published files: their letters, their columns, their cells, and what is rejected."""
