"""The pages about what the board asks of a werkgroep, and what comes back."""
