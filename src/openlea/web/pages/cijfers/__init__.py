"""What public figures say of a place: profile, fields, map and the municipalities to compare."""
