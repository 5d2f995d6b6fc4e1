"""What the verbs of access are made of."""
