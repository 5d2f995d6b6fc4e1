"""The pages of dividing a budget over schools."""
