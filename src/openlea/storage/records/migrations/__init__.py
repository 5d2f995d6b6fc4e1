"""One line of changes to what is kept."""
