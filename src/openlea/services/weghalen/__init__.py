"""What removing a part of the agenda is made of: what goes along, and how it is put back."""
