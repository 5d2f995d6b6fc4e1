"""Proof of what people see."""
