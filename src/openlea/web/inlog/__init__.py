"""Signing in by a service of one's own organisation: going there, coming back, and refusals."""
