"""The memory: what people decided, kept in records."""
