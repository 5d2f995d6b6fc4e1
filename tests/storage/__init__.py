"""Proof of what is kept."""
