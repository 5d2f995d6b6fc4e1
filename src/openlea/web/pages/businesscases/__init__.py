"""Business cases: what it costs, who pays and who gains, and what everybody assumes."""
