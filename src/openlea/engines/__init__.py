"""The maths: plain numbers in, plain numbers out."""
