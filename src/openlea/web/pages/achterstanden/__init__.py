"""The pages of who spends what on achterstanden."""
