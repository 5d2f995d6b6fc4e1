"""What of each kind of record can go, and how it goes."""
