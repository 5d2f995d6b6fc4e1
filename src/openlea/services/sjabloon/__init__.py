"""How a Word template of the municipality is checked, read and filled."""
