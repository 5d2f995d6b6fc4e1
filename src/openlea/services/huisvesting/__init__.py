"""What the verbs about school buildings share."""
