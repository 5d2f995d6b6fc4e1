"""Counting over registrations: who counts what, out of which deliveries, and where it goes."""
