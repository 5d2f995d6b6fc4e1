"""How the values of a file become records: what is new, what changes, what goes."""
