"""What the verbs of assignments share: finding one for a step, and how it is shown."""
