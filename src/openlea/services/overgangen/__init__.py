"""Transitions: how they are counted over registrations, and what open tables say of them."""
