"""What the verbs of a casus are made of: its place in the vault, its table, its steps."""
