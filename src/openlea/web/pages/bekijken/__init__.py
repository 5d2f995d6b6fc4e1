"""The pages of bekijken."""
