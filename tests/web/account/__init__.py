"""Proofs of accounts: signing in, the second step, limits and sessions."""
