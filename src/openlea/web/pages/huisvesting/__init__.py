"""Whether schools fit in their buildings, the yearly round, and what is planned."""
