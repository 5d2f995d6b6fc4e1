"""The first page of what lies ahead."""
