"""What dividing a budget is made of: the table of schools, the reckoning, and what came out."""
