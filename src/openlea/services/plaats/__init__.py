"""Placing children on a desk: what is read, drawn, placed, told, published and checked."""
