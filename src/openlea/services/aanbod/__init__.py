"""What the verbs about help at schools share."""
