"""What explaining a number is made of: the number, its sum in words, and the way it came."""
