"""The pages of the register of processing."""
