"""The addresses at which a program asks whether the site lives, is ready, and how it does."""
