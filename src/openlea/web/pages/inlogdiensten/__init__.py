"""The pages on which a beheerder says by which services people sign in."""
