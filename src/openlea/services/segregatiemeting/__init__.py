"""What measuring segregation in a file is made of."""
