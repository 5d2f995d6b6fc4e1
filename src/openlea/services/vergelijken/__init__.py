"""What comparing municipalities is made of: their features, the nearest, and bands per figure."""
