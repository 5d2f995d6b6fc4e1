"""The tables of an empty database, made in one step."""
