"""What a business case is reckoned of: its problem, its outcome, its paper."""
