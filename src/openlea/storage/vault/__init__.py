"""Rows about persons: encrypted files, and apart from them the keys that open them."""
