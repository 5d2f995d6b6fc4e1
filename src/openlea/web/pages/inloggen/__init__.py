"""The pages of inloggen."""
