"""What the verbs of a beginning cooperation share: finding a step, and how far it is."""
