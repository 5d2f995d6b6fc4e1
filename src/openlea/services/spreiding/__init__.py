"""What spreading pupils over schools is made of: its files, its distances, its outcome."""
