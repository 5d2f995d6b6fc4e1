"""What lets one trust a number: where it comes from, what it means, and of which places it is."""
