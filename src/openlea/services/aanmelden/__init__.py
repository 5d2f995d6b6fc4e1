"""What goes before keeping and comparing admission policies: which schools there are, and whose."""
