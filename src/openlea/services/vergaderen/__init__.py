"""Parts that the verbs during a meeting share."""
