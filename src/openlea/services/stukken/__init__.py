"""What checking a file that was handed in, and making its bare copy, is made of."""
