"""What deliveries of rows about persons are made of: the door, their place, the keys, erasing."""
