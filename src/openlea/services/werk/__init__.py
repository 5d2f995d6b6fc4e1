"""What work in the background is made of: its kinds, its progress and its sign of life."""
