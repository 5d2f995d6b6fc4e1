"""Walks through a real browser."""
