"""What the verbs on working together share: the names of themes, and who may say what."""
