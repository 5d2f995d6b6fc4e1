"""The pages of netwerk."""
