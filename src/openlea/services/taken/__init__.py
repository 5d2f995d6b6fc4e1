"""What the verbs about legal tasks are made of."""
