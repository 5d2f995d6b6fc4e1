"""What the transport of pupils is reckoned of: streams, totals, and what a limit does."""
