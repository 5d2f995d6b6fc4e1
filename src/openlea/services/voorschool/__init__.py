"""What the verbs about the voorschool are made of: counting, norms, definitions, settling."""
