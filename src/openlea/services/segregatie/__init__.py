"""What the segregation of schools in a gemeente is told with: its groups, indices and parts."""
