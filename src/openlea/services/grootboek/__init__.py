"""What the reading of a ledger export is made of."""
