"""Parts that the verbs of a consultation share."""
