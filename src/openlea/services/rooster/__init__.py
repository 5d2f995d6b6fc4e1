"""What the verb that changes many actions is made of."""
