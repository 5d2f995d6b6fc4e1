"""The legal duties of a werkruimte: whether it is within the law, and what the law says."""
