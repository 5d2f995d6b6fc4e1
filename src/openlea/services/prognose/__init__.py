"""What a forecast of pupils is made of: what was counted, what is expected, and what it means."""
