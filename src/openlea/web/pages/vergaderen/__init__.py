"""Pages of a meeting while it goes on."""
