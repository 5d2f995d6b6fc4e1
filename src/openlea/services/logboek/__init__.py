"""What the verbs of the log share: sealing after each deed, and the shape it goes out in."""
